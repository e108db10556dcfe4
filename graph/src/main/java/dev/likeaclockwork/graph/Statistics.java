// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import java.util.Arrays;

/**
 * Figures of one execution.
 *
 * @param events events
 * @param nodes nodes that have an event
 * @param orderedPairs unordered pairs of events of which one happened before the other
 * @param concurrentPairs unordered pairs of concurrent events
 * @param longestChain events on the longest causal path
 * @param width the largest number of pairwise concurrent events
 * @param fileOrderInversions ordered pairs whose cause stands later in the log than its effect
 */
public record Statistics(
        int events,
        int nodes,
        long orderedPairs,
        long concurrentPairs,
        int longestChain,
        int width,
        long fileOrderInversions) {
    /** The figures of a graph. Ordered pairs are counted by lanes; inversions by pairs. */
    public static Statistics of(CausalGraph graph) {
        long ordered = 0;
        long inversions = 0;
        for (int event = 0; event < graph.size(); event++) {
            for (int node : graph.vectors().nodes(event)) {
                int known = graph.lanes().countUpTo(node, graph.vectors().get(event, node));
                ordered += known;
                inversions += later(graph.lanes().events(node), known, event);
            }
            ordered--; // itself
        }
        long pairs = (long) graph.size() * (graph.size() - 1) / 2;
        return new Statistics(
                graph.size(),
                graph.lanes().size(),
                ordered,
                pairs - ordered,
                graph.longestChain(),
                Antichain.width(graph),
                inversions);
    }

    /** How many of the first {@code known} events of a lane stand after {@code event} in the log. */
    private static long later(int[] lane, int known, int event) {
        return Arrays.stream(lane, 0, known).filter(cause -> cause > event).count();
    }
}
