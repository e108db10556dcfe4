// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The nodes of an execution in the order of their names, and the events of each in the order of their counters. */
final class Lanes {
    private final String[] nodes;

    /** From node name to place. */
    private final Map<String, Integer> index = new HashMap<>();

    /** For each node its events. */
    private final int[][] events;

    /** For each node the counters of its events, ascending. */
    private final long[][] counters;

    Lanes(List<LoggedEvent> log) {
        TreeSet<String> names = new TreeSet<>();
        log.forEach(event -> names.add(event.node()));
        nodes = names.toArray(String[]::new);
        events = new int[nodes.length][];
        counters = new long[nodes.length][];
        List<List<Integer>> byNode = new ArrayList<>();
        for (int node = 0; node < nodes.length; node++) {
            index.put(nodes[node], node);
            byNode.add(new ArrayList<>());
        }
        for (int event = 0; event < log.size(); event++) {
            byNode.get(indexOf(log.get(event).node())).add(event);
        }
        for (int node = 0; node < nodes.length; node++) {
            List<Integer> lane = byNode.get(node);
            lane.sort(Comparator.comparingLong(event -> log.get(event).counter()));
            events[node] = lane.stream().mapToInt(Integer::intValue).toArray();
            counters[node] =
                    lane.stream().mapToLong(event -> log.get(event).counter()).toArray();
        }
    }

    int size() {
        return nodes.length;
    }

    String name(int node) {
        return nodes[node];
    }

    /** The place of a node, or -1 if no event is its own. */
    int indexOf(String node) {
        return index.getOrDefault(node, -1);
    }

    int[] events(int node) {
        return events[node];
    }

    /** How many of a node's events have a counter of at most {@code counter}. */
    int countUpTo(int node, long counter) {
        int place = Arrays.binarySearch(counters[node], counter);
        return place >= 0 ? place + 1 : -place - 1;
    }
}
