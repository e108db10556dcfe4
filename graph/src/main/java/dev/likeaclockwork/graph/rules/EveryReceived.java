// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.rules;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.query.EventSet;
import dev.likeaclockwork.graph.rules.Outcome.Witness;

/**
 * After each event something happened on another node. With vectors nothing more can be known of a message: a later one
 * of the same node tells of it, too.
 */
record EveryReceived(EventPattern sending) implements Sentence {
    @Override
    public Finding check(CausalGraph graph) {
        EventSet all = EventSet.of(graph, event -> true);
        EventSet sendings = sending.in(graph);
        for (int event : sendings.members().toArray()) {
            if (!all.hasAnyAfterElsewhere(event)) {
                Witness witness = new Witness(event, "is known to no event of another node");
                return all.unknownTo(event).isPresent()
                        ? Finding.undecided("the logs do not say whether it arrived", witness)
                        : Finding.notFound(graph, "what was sent did not arrive", witness);
            }
        }
        return Finding.nothingFound(graph, sendings.isEmpty() ? "no event matches " + sending : "");
    }
}
