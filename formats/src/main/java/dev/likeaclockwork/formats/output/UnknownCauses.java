// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.output;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.LoggedEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The causes that events name and that are no event, or more than one: no vector tells of them, and what they order is
 * unknown.
 */
public final class UnknownCauses {
    /** For each id that is named as a cause how many events have it. */
    private final Map<String, Integer> events = new HashMap<>();

    public UnknownCauses(CausalGraph graph) {
        for (int event = 0; event < graph.size(); event++) {
            graph.event(event).causes().forEach(id -> events.put(id, 0));
        }
        for (int event = 0; event < graph.size() && !events.isEmpty(); event++) {
            String id = graph.event(event).id();
            if (id != null) {
                events.computeIfPresent(id, (named, count) -> count + 1);
            }
        }
    }

    /** The ids of those of one event. */
    public List<String> of(LoggedEvent event) {
        return event.causes().stream()
                .filter(id -> events.getOrDefault(id, 0) != 1)
                .toList();
    }
}
