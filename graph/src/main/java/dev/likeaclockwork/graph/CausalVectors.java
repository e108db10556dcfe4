// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import java.util.Map;
import java.util.TreeMap;

/**
 * Vectors that say all that a graph knows of an event's past, versions, locks and named causes included.
 *
 * <p>For whoever wants vectors of logs that have none, or writes a graph for a tool that reads nothing else.
 */
public final class CausalVectors {
    private CausalVectors() {}

    /**
     * Of each node how many events happened before {@code event} or are it: what its own vector says, or more. Entries are
     * sorted by node. Takes O(n log n) in the entries.
     */
    public static LoggedVector of(CausalGraph graph, int event) {
        Map<String, Long> entries = new TreeMap<>();
        LoggedVector logged = graph.event(event).vector();
        for (int i = 0; i < logged.size(); i++) {
            entries.put(logged.node(i), logged.counter(i));
        }
        graph.clocks().forEachKnown(event, (chain, place) -> addChain(entries, graph, chain, place));
        return LoggedVector.of(entries);
    }

    /** Of each lane on the chain the last event up to a place. */
    private static void addChain(Map<String, Long> entries, CausalGraph graph, int chain, int place) {
        for (int last = place; last >= 0; ) {
            int event = graph.event(chain, last);
            entries.merge(graph.nodeName(graph.node(event)), graph.table().counter(event), Math::max);
            last -= graph.clocks().placeOnLane(event) + 1;
        }
    }
}
