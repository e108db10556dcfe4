// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.rules;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.query.EventSet;
import dev.likeaclockwork.graph.rules.Outcome.Witness;

/** For each cause there is an effect that happened after it. */
record EveryLeadsTo(EventPattern cause, EventPattern effect) implements Sentence {
    @Override
    public Finding check(CausalGraph graph) {
        EventSet causes = cause.in(graph);
        EventSet effects = effect.in(graph);
        for (int event : causes.members().toArray()) {
            if (!effects.hasAnyAfter(event)) {
                Witness witness = new Witness(event, "has no " + effect + " after it");
                return effects.unknownTo(event).isPresent()
                        ? Finding.undecided("the logs do not say whether " + effect + " happened after it", witness)
                        : Finding.notFound(graph, "an event did not lead to " + effect, witness);
            }
        }
        return Finding.nothingFound(graph, causes.isEmpty() ? "no event matches " + cause : "");
    }
}
