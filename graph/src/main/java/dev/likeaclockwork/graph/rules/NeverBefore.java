// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.rules;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.query.EventSet;
import dev.likeaclockwork.graph.rules.Outcome.Witness;
import java.util.OptionalInt;

/** No event of the first kind happened before any of the second. */
record NeverBefore(EventPattern first, EventPattern second) implements Sentence {
    @Override
    public Finding check(CausalGraph graph) {
        EventSet causes = first.in(graph);
        OptionalInt unknown = OptionalInt.empty();
        for (int event : second.in(graph).members().toArray()) {
            OptionalInt cause = causes.before(event);
            if (cause.isPresent()) {
                return Finding.violated(
                        "one happened before the other",
                        new Witness(cause.getAsInt(), "happened first"),
                        new Witness(event, "happened after it"));
            }
            unknown = unknown.isPresent() || causes.unknownTo(event).isEmpty() ? unknown : OptionalInt.of(event);
        }
        return unknown.isPresent()
                ? Finding.undecided(
                        "the logs do not say how an event relates to each " + first,
                        new Witness(unknown.getAsInt(), "may come after one"))
                : Finding.nothingFound(graph, "");
    }
}
