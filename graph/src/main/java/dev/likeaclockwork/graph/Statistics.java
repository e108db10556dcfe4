// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import java.util.stream.IntStream;

/**
 * Figures of one execution.
 *
 * @param events events
 * @param nodes nodes that have an event
 * @param orderedPairs unordered pairs of events of which one happened before the other
 * @param concurrentPairs unordered pairs of the other events
 * @param longestChain events on the longest causal path
 * @param width the largest number of events none of which happened before another
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
    /** The figures of a graph. */
    public static Statistics of(CausalGraph graph) {
        long ordered = ordered(graph);
        return new Statistics(
                graph.size(),
                (int) IntStream.range(0, graph.nodes())
                        .filter(node -> graph.lane(node).findAny().isPresent())
                        .count(),
                ordered,
                (long) graph.size() * (graph.size() - 1) / 2 - ordered,
                longestChain(graph),
                Antichain.width(graph),
                Inversions.count(graph));
    }

    private static long ordered(CausalGraph graph) {
        long[] ordered = {0};
        for (int event = 0; event < graph.size(); event++) {
            graph.clocks().forEachKnown(event, (chain, place) -> ordered[0] += place + 1);
        }
        return ordered[0] - graph.size();
    }

    private static int longestChain(CausalGraph graph) {
        int[] depths = new int[graph.size()];
        for (int event = 0; event < depths.length; event++) {
            depths[event] =
                    1 + graph.causes(event).map(cause -> depths[cause]).max().orElse(0);
        }
        return IntStream.of(depths).max().orElse(0);
    }
}
