// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.rules;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.query.EventSet;
import org.jspecify.annotations.Nullable;

/**
 * The events that a rule is about: by label and, if the rule says so, by node or service.
 *
 * @param label fits the label
 * @param node fits the node or its service; null for all
 */
record EventPattern(Glob label, @Nullable Glob node) {
    EventSet in(CausalGraph graph) {
        return EventSet.of(graph, event -> matches(graph.event(event)));
    }

    boolean matches(LoggedEvent event) {
        return label.matches(event.label())
                && (node == null || node.matches(event.node()) || node.matches(event.service()));
    }

    @Override
    public String toString() {
        return '"' + label.pattern() + '"' + (node == null ? "" : " at \"" + node.pattern() + '"');
    }
}
