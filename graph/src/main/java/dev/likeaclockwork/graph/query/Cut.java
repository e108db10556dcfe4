// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.query;

import dev.likeaclockwork.graph.CausalGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A cut of an execution: of each node the events up to one, or none.
 *
 * <p>It is consistent if it contains the causes of all that it contains, so that the whole system may have been in that
 * state at one moment (Chandy and Lamport 1985; Mattern 1989). Immutable.
 */
public final class Cut {
    private final CausalGraph graph;

    /** For each node how many of its events are inside. */
    private final int[] inside;

    private Cut(CausalGraph graph, int[] inside) {
        this.graph = graph;
        this.inside = inside;
    }

    /** The cut that has just these events, and those before them on their own nodes. */
    public static Cut of(CausalGraph graph, List<Integer> events) {
        int[] inside = new int[graph.nodes()];
        for (int event : events) {
            include(graph, inside, event);
        }
        return new Cut(graph, inside);
    }

    /** The smallest consistent cut that has these events: they and their past. */
    public static Cut smallest(CausalGraph graph, List<Integer> events) {
        int[] inside = new int[graph.nodes()];
        for (int event : events) {
            include(graph, inside, event);
            graph.past(event).forEach(cause -> include(graph, inside, cause));
        }
        return new Cut(graph, inside);
    }

    private static void include(CausalGraph graph, int[] inside, int event) {
        int place = graph.clocks().placeOnLane(event) + 1;
        inside[graph.node(event)] = Math.max(inside[graph.node(event)], place);
    }

    /** Whether an event is inside. */
    public boolean contains(int event) {
        return graph.clocks().placeOnLane(event) < inside[graph.node(event)];
    }

    /** Of each node that has any the last event inside, in the order of the graph. */
    public List<Integer> frontier() {
        return IntStream.range(0, inside.length)
                .filter(node -> inside[node] > 0)
                .map(node -> graph.lane(node).skip(inside[node] - 1).findFirst().orElseThrow())
                .sorted()
                .boxed()
                .toList();
    }

    /** Whether every cause of an event inside is inside, too. */
    public boolean isConsistent() {
        return missing().isEmpty();
    }

    /** Of each node the first event that is outside and caused one inside, in the order of the graph. */
    public List<Integer> missing() {
        List<Integer> missing = new ArrayList<>();
        List<Integer> frontier = frontier();
        for (int node = 0; node < inside.length; node++) {
            graph.lane(node)
                    .skip(inside[node])
                    .limit(1)
                    .filter(outside -> frontier.stream().anyMatch(last -> graph.happensBefore(outside, last)))
                    .forEach(missing::add);
        }
        missing.sort(null);
        return missing;
    }

    /** Equal if they have the same events of the same graph. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Cut that && graph == that.graph && Arrays.equals(inside, that.inside);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(inside);
    }

    /** The frontier, as the last event of each node. */
    @Override
    public String toString() {
        return frontier().stream()
                .map(event -> graph.nodeName(graph.node(event)) + ":"
                        + graph.event(event).counter())
                .toList()
                .toString();
    }
}
