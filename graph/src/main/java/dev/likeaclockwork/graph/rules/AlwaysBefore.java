// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.rules;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.query.EventSet;
import dev.likeaclockwork.graph.rules.Outcome.Witness;
import java.util.OptionalInt;

/** For each effect there is a cause that happened before it. */
record AlwaysBefore(EventPattern cause, EventPattern effect) implements Sentence {
    @Override
    public Finding check(CausalGraph graph) {
        EventSet causes = cause.in(graph);
        EventSet effects = effect.in(graph);
        Witness undecided = null;
        for (int event : effects.members().toArray()) {
            if (causes.before(event).isPresent()) {
                continue;
            }
            OptionalInt unknown = causes.unknownTo(event);
            if (unknown.isEmpty()) {
                return notFound(graph, causes, event);
            }
            undecided = new Witness(
                    event,
                    "may come after the event at "
                            + graph.event(unknown.getAsInt()).position() + ", or not");
        }
        return undecided != null
                ? Finding.undecided(
                        "the logs do not say whether " + cause + " happened before each " + effect, undecided)
                : Finding.nothingFound(graph, effects.isEmpty() ? "no event matches " + effect : "");
    }

    private Finding notFound(CausalGraph graph, EventSet causes, int event) {
        Witness effectWitness = new Witness(event, "has no " + cause + " before it");
        String reason = "an event happened without " + cause + " before it";
        OptionalInt concurrent = causes.concurrentWith(event);
        return concurrent.isPresent()
                ? Finding.notFound(
                        graph, reason, effectWitness, new Witness(concurrent.getAsInt(), "is concurrent with it"))
                : Finding.notFound(graph, reason, effectWitness);
    }
}
