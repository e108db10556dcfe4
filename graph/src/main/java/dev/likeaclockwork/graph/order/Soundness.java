// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.order;

import dev.likeaclockwork.graph.event.Fault;
import dev.likeaclockwork.graph.model.EventTable;
import dev.likeaclockwork.graph.model.IntRows;
import dev.likeaclockwork.graph.model.ProblemList;
import dev.likeaclockwork.graph.model.VectorRows;
import java.math.BigDecimal;

/** Reports where the vectors and times of a graph contradict its causality. */
public final class Soundness {
    private final EventTable table;
    private final ProblemList problems;

    private Soundness(EventTable table, ProblemList problems) {
        this.table = table;
        this.problems = problems;
    }

    /**
     * Adds a problem for each effect that contradicts its causes.
     *
     * @param causes for each event its causes on other nodes
     */
    public static void report(EventTable table, ChainClocks clocks, IntRows causes, ProblemList problems) {
        Soundness soundness = new Soundness(table, problems);
        for (int event = 0; event < table.size(); event++) {
            int previous = clocks.previous(event);
            if (previous >= 0) {
                soundness.reportBackwards(previous, event);
                soundness.reportSkew(previous, event);
            }
            for (int i = causes.start(event); i < causes.end(event); i++) {
                soundness.reportLostMerge(causes.value(i), event);
                soundness.reportSkew(causes.value(i), event);
            }
        }
    }

    private void reportBackwards(int previous, int event) {
        int place = forgotten(previous, event);
        if (place >= 0) {
            problems.add(
                    Fault.CLOCK_BACKWARDS,
                    table.position(event),
                    "knows " + known(place, event) + "; the event before it on its node, at " + table.position(previous)
                            + ", knew " + table.vectors.counter(place));
        }
    }

    /** Only where the vector says that it knows of the cause. */
    private void reportLostMerge(int cause, int event) {
        boolean told = table.vectors.get(table.vector(event), table.node(cause)) >= table.counter(cause);
        int place = told ? forgotten(cause, event) : -1;
        if (place >= 0) {
            problems.add(
                    Fault.LOST_MERGE,
                    table.position(event),
                    "knows " + known(place, event) + "; the event at " + table.position(cause)
                            + ", which it knows of, knew " + table.vectors.counter(place));
        }
    }

    private String known(int place, int event) {
        int node = table.vectors.node(place);
        return table.vectors.get(table.vector(event), node) + " events of node '" + table.nodes.text(node) + "'";
    }

    /** The first entry of {@code cause}'s vector that {@code event}'s does not cover, or -1. */
    private int forgotten(int cause, int event) {
        int row = table.vector(cause);
        int own = table.vector(event);
        if (row == own || own == VectorRows.NONE) {
            return -1;
        }
        for (int place = table.vectors.start(row); place < table.vectors.end(row); place++) {
            int node = table.vectors.node(place);
            if (node != table.node(event) && table.vectors.get(own, node) < table.vectors.counter(place)) {
                return place;
            }
        }
        return -1;
    }

    private void reportSkew(int cause, int event) {
        long early = table.time(cause) - table.time(event);
        if (table.time(event) != EventTable.NO_TIME && table.time(cause) > table.time(event)) {
            problems.add(
                    Fault.CLOCK_SKEW,
                    table.position(event),
                    "is stamped " + seconds(early) + " s earlier than its cause at " + table.position(cause));
        }
    }

    private static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
    }
}
