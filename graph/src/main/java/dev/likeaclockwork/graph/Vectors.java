// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import java.util.Arrays;
import java.util.List;

/** For each event the nodes that it knows of, ascending, and how many events of each: sparse, in two arrays an event. */
final class Vectors {
    private final int[][] nodes;
    private final long[][] counters;

    /** What the log says, without nodes that have no event and without entries of 0. */
    Vectors(List<LoggedEvent> log, Lanes lanes) {
        nodes = new int[log.size()][];
        counters = new long[log.size()][];
        for (int event = 0; event < log.size(); event++) {
            var vector = log.get(event).vector().toMap();
            nodes[event] = vector.entrySet().stream()
                    .filter(entry -> entry.getValue() > 0)
                    .mapToInt(entry -> lanes.indexOf(entry.getKey()))
                    .filter(node -> node >= 0)
                    .sorted()
                    .toArray();
            counters[event] = Arrays.stream(nodes[event])
                    .mapToLong(node -> vector.getOrDefault(lanes.name(node), 0L))
                    .toArray();
        }
    }

    int[] nodes(int event) {
        return nodes[event];
    }

    /** How many events of {@code node} an event knows of. */
    long get(int event, int node) {
        int place = Arrays.binarySearch(nodes[event], node);
        return place < 0 ? 0 : counters[event][place];
    }

    /** Lets {@code event} know what {@code other} knows. */
    void join(int event, int other) {
        int[] union = java.util.stream.IntStream.concat(Arrays.stream(nodes[event]), Arrays.stream(nodes[other]))
                .sorted()
                .distinct()
                .toArray();
        long[] joined = Arrays.stream(union)
                .mapToLong(node -> Math.max(get(event, node), get(other, node)))
                .toArray();
        nodes[event] = union;
        counters[event] = joined;
    }
}
