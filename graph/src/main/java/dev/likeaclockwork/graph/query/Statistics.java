// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.query;

import dev.likeaclockwork.graph.CausalGraph;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Figures of one execution.
 *
 * @param events events
 * @param nodes nodes that have an event
 * @param orderedPairs unordered pairs of events of which one happened before the other
 * @param concurrentPairs unordered pairs of the other events
 * @param longestChain events on the longest causal path
 * @param width the largest number of events none of which happened before another; empty for more than {@value #WIDEST}
 *     events, because it takes their square and more
 * @param fileOrderInversions ordered pairs whose cause stands later in the log than its effect
 */
public record Statistics(
        int events,
        int nodes,
        long orderedPairs,
        long concurrentPairs,
        int longestChain,
        OptionalInt width,
        long fileOrderInversions) {
    private static final int WIDEST = 20_000;

    /** The figures of a graph. Takes O(n<sup>2</sup>/64) and, where the width is told, O(n<sup>2</sup>) and more. */
    public static Statistics of(CausalGraph graph) {
        PairCounts pairs = PairCounts.of(graph);
        return new Statistics(
                graph.size(),
                (int) IntStream.range(0, graph.nodes())
                        .filter(node -> graph.lane(node).findAny().isPresent())
                        .count(),
                pairs.ordered(),
                (long) graph.size() * (graph.size() - 1) / 2 - pairs.ordered(),
                longestChain(graph),
                graph.size() <= WIDEST ? OptionalInt.of(Antichain.width(graph)) : OptionalInt.empty(),
                pairs.inversions());
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
