// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.query;

import com.carrotsearch.hppc.IntIntHashMap;
import dev.likeaclockwork.graph.CausalGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Causal paths: events each of which is a direct cause of the next one. */
public final class Paths {
    private Paths() {}

    /**
     * A path of the fewest events from {@code from} to {@code to}, both included; empty if the first did not happen
     * before the second. Takes O(n log n).
     */
    public static List<Integer> shortest(CausalGraph graph, int from, int to) {
        if (from == to || !graph.happensBefore(from, to)) {
            return from == to ? List.of(from) : List.of();
        }
        IntIntHashMap next = new IntIntHashMap();
        ArrayDeque<Integer> toVisit = new ArrayDeque<>(List.of(to));
        while (!next.containsKey(from)) {
            int effect = toVisit.remove();
            graph.causes(effect)
                    .filter(cause -> cause == from || graph.happensBefore(from, cause))
                    .filter(cause -> !next.containsKey(cause))
                    .forEach(cause -> {
                        next.put(cause, effect);
                        toVisit.add(cause);
                    });
        }
        List<Integer> path = new ArrayList<>(List.of(from));
        for (int event = from; event != to; ) {
            event = next.get(event);
            path.add(event);
        }
        return path;
    }
}
