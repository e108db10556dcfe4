// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.rules;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.query.EventSet;
import dev.likeaclockwork.graph.rules.Outcome.Witness;
import java.util.OptionalInt;

/** Of each event of the first kind and each of the second one happened before the other. */
record NeverConcurrent(EventPattern first, EventPattern second) implements Sentence {
    @Override
    public Finding check(CausalGraph graph) {
        EventSet others = first.in(graph);
        OptionalInt unknown = OptionalInt.empty();
        for (int event : second.in(graph).members().toArray()) {
            OptionalInt concurrent = others.concurrentWith(event);
            if (concurrent.isPresent()) {
                return Finding.violated(
                        "neither of two events happened before the other",
                        new Witness(concurrent.getAsInt(), "is one"),
                        new Witness(event, "is the other"));
            }
            unknown = unknown.isPresent() || others.unknownTo(event).isEmpty() ? unknown : OptionalInt.of(event);
        }
        return unknown.isPresent()
                ? Finding.undecided(
                        "the logs do not say how an event relates to each " + first,
                        new Witness(unknown.getAsInt(), "may be concurrent with one"))
                : Finding.nothingFound(graph, "");
    }
}
