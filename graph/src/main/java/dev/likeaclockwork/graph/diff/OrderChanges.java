// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.diff;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.Ordering;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the orders that changed, by the direct causes among events that both executions have: if none of these changed,
 * none of all the others did.
 */
final class OrderChanges {
    private final CausalGraph left;
    private final CausalGraph right;
    private final EventMatching matching;
    private final List<OrderChange> changes = new ArrayList<>();
    private final Set<List<Integer>> found = new HashSet<>();

    private OrderChanges(CausalGraph left, CausalGraph right, EventMatching matching) {
        this.left = left;
        this.right = right;
        this.matching = matching;
    }

    static List<OrderChange> of(CausalGraph left, CausalGraph right, EventMatching matching) {
        OrderChanges changes = new OrderChanges(left, right, matching);
        forEachCause(left, matching.rightOf(), changes::compare);
        forEachCause(
                right,
                matching.leftOf(),
                (cause, effect) -> changes.compare(matching.leftOf()[cause], matching.leftOf()[effect]));
        changes.changes.sort(Comparator.comparingInt(OrderChange::first).thenComparingInt(OrderChange::second));
        return changes.changes;
    }

    /** Takes two events of the left graph. */
    private void compare(int e, int f) {
        int first = Math.min(e, f);
        int second = Math.max(e, f);
        int firstRight = matching.rightOf()[first];
        int secondRight = matching.rightOf()[second];
        Ordering was = left.relation(first, second);
        Ordering is = right.relation(firstRight, secondRight);
        if (was != is && found.add(List.of(first, second))) {
            changes.add(new OrderChange(first, second, firstRight, secondRight, was, is));
        }
    }

    private interface Pair {
        void accept(int cause, int effect);
    }

    /**
     * Takes each matched event with its direct causes among the matched ones; causes of unmatched ones count as theirs.
     */
    private static void forEachCause(CausalGraph graph, int[] matches, Pair pair) {
        Map<Integer, List<Integer>> ofUnmatched = new HashMap<>();
        for (int event = 0; event < graph.size(); event++) {
            int[] direct = graph.causes(event).toArray();
            List<Integer> causes = direct.length == 1 && matches[direct[0]] == EventMatching.NONE
                    ? ofUnmatched.getOrDefault(direct[0], List.of())
                    : lastMatched(graph, direct, matches, ofUnmatched);
            if (matches[event] == EventMatching.NONE) {
                ofUnmatched.put(event, causes);
            } else {
                for (int cause : causes) {
                    pair.accept(cause, event);
                }
            }
        }
    }

    /** Without those that another one knows of: their order follows from what is compared there. */
    private static List<Integer> lastMatched(
            CausalGraph graph, int[] direct, int[] matches, Map<Integer, List<Integer>> ofUnmatched) {
        TreeSet<Integer> all = new TreeSet<>();
        boolean allMatch = true;
        for (int cause : direct) {
            boolean matched = matches[cause] != EventMatching.NONE;
            allMatch &= matched;
            all.addAll(matched ? List.of(cause) : ofUnmatched.getOrDefault(cause, List.of()));
        }
        List<Integer> last = new ArrayList<>();
        for (int cause : all.descendingSet()) {
            if (allMatch || last.stream().noneMatch(later -> graph.happensBefore(cause, later))) {
                last.add(cause);
            }
        }
        return last;
    }
}
