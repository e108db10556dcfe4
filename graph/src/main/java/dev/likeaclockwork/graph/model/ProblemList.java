// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.model;

import dev.likeaclockwork.graph.event.Fault;
import dev.likeaclockwork.graph.event.Position;
import dev.likeaclockwork.graph.event.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The faults of an execution: of each kind the first ten thousand, and how many there are in all.
 *
 * <p>A log of a million events may have a million faults, and nobody reads them all.
 */
public final class ProblemList {
    static final int LISTED = 10_000;

    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(
                    (Problem problem) -> problem.position().file())
            .thenComparingInt(problem -> problem.position().line())
            .thenComparing(Problem::fault)
            .thenComparing(Problem::detail);

    private final List<Problem> problems = new ArrayList<>();
    private final Map<Fault, Long> counts = new EnumMap<>(Fault.class);

    public void add(Fault fault, Position position, String detail) {
        add(new Problem(fault, position, detail));
    }

    public void add(Problem problem) {
        if (counts.merge(problem.fault(), 1L, Long::sum) <= LISTED) {
            problems.add(problem);
        }
    }

    /** All that are listed, by place. */
    public List<Problem> sorted() {
        return problems.stream().sorted(BY_PLACE).toList();
    }

    public Map<Fault, Long> counts() {
        return counts;
    }
}
