// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.diff;

import dev.likeaclockwork.graph.CausalGraph;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which event of one execution is which of another.
 *
 * <p>An id that both have once decides. Else lanes are matched first, because an activity has a new name in each run:
 * those of one service with the same labels in the same order, then those that start with the same label, then any,
 * each in the order of the graphs. Within two matched lanes, the n-th event of a label is the n-th one of that label.
 */
final class EventMatching {
    static final int NONE = -1;

    private final CausalGraph left;
    private final CausalGraph right;
    private final int[] rightOf;
    private final int[] leftOf;

    EventMatching(CausalGraph left, CausalGraph right) {
        this.left = left;
        this.right = right;
        this.rightOf = new int[left.size()];
        this.leftOf = new int[right.size()];
        Arrays.fill(rightOf, NONE);
        Arrays.fill(leftOf, NONE);
        matchIds();
        matchLanes(Lane::whole);
        matchLanes(Lane::start);
        matchLanes(Lane::anything);
    }

    /** The event of the right graph for each of the left one, or {@link #NONE}. */
    int[] rightOf() {
        return rightOf;
    }

    /** The event of the left graph for each of the right one, or {@link #NONE}. */
    int[] leftOf() {
        return leftOf;
    }

    private void match(int event, int other) {
        rightOf[event] = other;
        leftOf[other] = event;
    }

    private void matchIds() {
        Map<String, Integer> ids = ids(right);
        ids(left).forEach((id, event) -> {
            int other = ids.getOrDefault(id, NONE);
            if (event != NONE && other != NONE) {
                match(event, other);
            }
        });
    }

    /** The event of each id; none for an id of several. */
    private static Map<String, Integer> ids(CausalGraph graph) {
        Map<String, Integer> ids = new HashMap<>();
        for (int event = 0; event < graph.size(); event++) {
            String id = graph.event(event).id();
            if (id != null) {
                ids.merge(id, event, (one, two) -> NONE);
            }
        }
        return ids;
    }

    private void matchLanes(Function<Lane, Lane.Key> key) {
        Map<Lane.Key, Deque<Lane>> others = new HashMap<>();
        for (Lane lane : Lane.of(right, event -> leftOf[event] == NONE)) {
            others.computeIfAbsent(key.apply(lane), k -> new ArrayDeque<>()).add(lane);
        }
        for (Lane lane : Lane.of(left, event -> rightOf[event] == NONE)) {
            Deque<Lane> candidates = others.getOrDefault(key.apply(lane), new ArrayDeque<>());
            if (!candidates.isEmpty()) {
                matchEvents(lane, candidates.remove());
            }
        }
    }

    private void matchEvents(Lane lane, Lane other) {
        Map<String, Deque<Integer>> byLabel = new HashMap<>();
        List<Integer> events = other.events();
        for (int i = 0; i < events.size(); i++) {
            byLabel.computeIfAbsent(other.labels().get(i), label -> new ArrayDeque<>())
                    .add(events.get(i));
        }
        for (int i = 0; i < lane.events().size(); i++) {
            Deque<Integer> candidates = byLabel.get(lane.labels().get(i));
            if (candidates != null && !candidates.isEmpty()) {
                match(lane.events().get(i), candidates.remove());
            }
        }
    }
}
