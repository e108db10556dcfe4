// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.query;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.Fault;
import dev.likeaclockwork.graph.event.Ordering;
import dev.likeaclockwork.graph.event.Position;
import dev.likeaclockwork.graph.event.Problem;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How one event relates to another, and why.
 *
 * @param first the one event
 * @param second the other event
 * @param verdict how the first relates to the second
 * @param path a shortest causal path from the earlier to the later one, both included; empty if neither happened before
 *     the other
 * @param lastCommonCauses the last events that both know of; empty if one happened before the other, or they share
 *     nothing
 * @param reasons faults at these events or in their pasts for which the answer is unknown, or, where no fault stands
 *     there, all such faults; the first ten, and empty if the answer is known
 */
public record Explanation(
        int first,
        int second,
        Ordering verdict,
        List<Integer> path,
        List<Integer> lastCommonCauses,
        List<Problem> reasons) {
    private static final int MOST_REASONS = 10;
    private static final Set<Fault> DOUBTS = EnumSet.of(
            Fault.CYCLE,
            Fault.DUPLICATE_DOT,
            Fault.HOLE,
            Fault.FROM_THE_FUTURE,
            Fault.UNKNOWN_NODE,
            Fault.MISSING_CAUSE);

    /** Explains how {@code first} relates to {@code second}. Takes O(n log n). */
    public static Explanation of(CausalGraph graph, int first, int second) {
        Ordering verdict = graph.relation(first, second);
        List<Integer> path = switch (verdict) {
            case HAPPENS_BEFORE, EQUAL -> Paths.shortest(graph, first, second);
            case HAPPENS_AFTER -> Paths.shortest(graph, second, first);
            case CONCURRENT, UNKNOWN -> List.of();
        };
        boolean ordered = !path.isEmpty();
        return new Explanation(
                first,
                second,
                verdict,
                path,
                ordered ? List.of() : CommonCauses.of(graph, first, second),
                verdict == Ordering.UNKNOWN ? reasons(graph, first, second) : List.of());
    }

    private static List<Problem> reasons(CausalGraph graph, int first, int second) {
        Set<Position> concerned = new HashSet<>();
        IntStream.of(first, second)
                .flatMap(event -> IntStream.concat(IntStream.of(event), graph.past(event)))
                .forEach(event -> concerned.add(graph.table().position(event)));
        List<Problem> doubts = graph.problems().stream()
                .filter(problem -> DOUBTS.contains(problem.fault()))
                .toList();
        List<Problem> near = doubts.stream()
                .filter(problem -> concerned.contains(problem.position()))
                .toList();
        return (near.isEmpty() ? doubts : near).stream().limit(MOST_REASONS).toList();
    }
}
