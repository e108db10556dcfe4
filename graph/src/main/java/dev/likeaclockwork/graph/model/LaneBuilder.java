// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.model;

import com.carrotsearch.hppc.sorting.IndirectSort;
import dev.likeaclockwork.graph.event.Fault;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntBinaryOperator;

/**
 * Puts the events of each node into the order of their counters, or, where a log has none, numbers them.
 *
 * <p>Events that cannot be placed are reported and left out: those whose vector does not count their own node, and
 * those that are one by node and counter with another. From such a counter on the node is
 * {@linkplain Lanes#doubtfulFrom doubtful}: who knows of it may mean either.
 */
public final class LaneBuilder {
    private final EventTable table;
    private final ProblemList problems;

    /** For each node where its events start, and, behind the last one, where they end. */
    private final int[] starts;

    /** The events by node. */
    private final int[] events;

    /** For each node the first counter that two different events have; {@link Long#MAX_VALUE} for none. */
    private final long[] doubtfulFrom;

    private final BitSet leftOut = new BitSet();

    private LaneBuilder(EventTable table, ProblemList problems) {
        this.table = table;
        this.problems = problems;
        this.starts = new int[table.nodes.size() + 1];
        this.events = new int[table.size()];
        this.doubtfulFrom = new long[table.nodes.size()];
        Arrays.fill(doubtfulFrom, Long.MAX_VALUE);
    }

    /** The lanes of all events. */
    public static Lanes lanes(EventTable table, ProblemList problems) {
        LaneBuilder builder = new LaneBuilder(table, problems);
        builder.groupByNode();
        for (int node = 0; node < table.nodes.size(); node++) {
            builder.sort(node);
        }
        return builder.build();
    }

    private void sort(int node) {
        if (isNumbered(node)) {
            reportUnnumbered(node);
            sort(node, this::compareByCounter);
            reportTwins(node);
        } else {
            sort(node, table::comparePositions);
            mergeFiles(node);
            number(node);
        }
    }

    private void groupByNode() {
        for (int event = 0; event < table.size(); event++) {
            starts[table.node(event) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        for (int event = 0; event < table.size(); event++) {
            events[next[table.node(event)]++] = event;
        }
    }

    /** Whether the log has a counter or a vector for any event of a node. */
    private boolean isNumbered(int node) {
        for (int place = starts[node]; place < starts[node + 1]; place++) {
            if (table.counter(events[place]) > 0 || table.vector(events[place]) != VectorRows.NONE) {
                return true;
            }
        }
        return false;
    }

    private void reportUnnumbered(int node) {
        for (int place = starts[node]; place < starts[node + 1]; place++) {
            int event = events[place];
            if (table.counter(event) <= 0) {
                leftOut.set(event);
                problems.add(
                        Fault.NO_OWN_ENTRY,
                        table.position(event),
                        table.vector(event) == VectorRows.NONE
                                ? "the event has no number, and other events of node '" + name(node) + "' have"
                                : "the vector does not count the event's own node '" + name(node) + "'");
            }
        }
    }

    private int compareByCounter(int e, int f) {
        int byCounter = Long.compare(table.counter(e), table.counter(f));
        return byCounter != 0 ? byCounter : table.comparePositions(e, f);
    }

    /** Logs mostly are in order. */
    private void sort(int node, IntBinaryOperator comparator) {
        int start = starts[node];
        for (int place = start + 1; place < starts[node + 1]; place++) {
            if (comparator.applyAsInt(events[place - 1], events[place]) > 0) {
                int[] lane = Arrays.copyOfRange(events, start, starts[node + 1]);
                reorder(node, (a, b) -> comparator.applyAsInt(lane[a], lane[b]));
                return;
            }
        }
    }

    /** Sorts a lane by its present places in it. */
    private void reorder(int node, IntBinaryOperator comparator) {
        int[] lane = Arrays.copyOfRange(events, starts[node], starts[node + 1]);
        int[] order = IndirectSort.mergesort(0, lane.length, comparator);
        for (int i = 0; i < lane.length; i++) {
            events[starts[node] + i] = lane[order[i]];
        }
    }

    /**
     * Files of one node are merged by their times. Within each the order of the lines counts more: there, time is taken
     * to stand still where it ran backwards.
     */
    private void mergeFiles(int node) {
        long[] times = new long[starts[node + 1] - starts[node]];
        boolean isMerged = true;
        for (int i = 0; i < times.length; i++) {
            int event = events[starts[node] + i];
            boolean isFirst = i == 0 || !table.isSameFile(event, events[starts[node] + i - 1]);
            times[i] = isFirst ? table.time(event) : Math.max(table.time(event), times[i - 1]);
            isMerged &= i == 0 || times[i - 1] <= times[i];
        }
        if (!isMerged) {
            reorder(node, (a, b) -> times[a] != times[b] ? Long.compare(times[a], times[b]) : Integer.compare(a, b));
        }
    }

    private void number(int node) {
        for (int place = starts[node]; place < starts[node + 1]; place++) {
            table.number(events[place], place - starts[node] + 1L);
        }
    }

    private void reportTwins(int node) {
        int kept = Names.NONE;
        for (int place = starts[node]; place < starts[node + 1]; place++) {
            int event = events[place];
            if (leftOut.get(event)) {
                continue;
            }
            if (kept == Names.NONE || table.counter(kept) != table.counter(event)) {
                kept = event;
                continue;
            }
            leftOut.set(event);
            boolean same = table.sameEvent(kept, event);
            if (!same) {
                doubtfulFrom[node] = Math.min(doubtfulFrom[node], table.counter(event));
            }
            problems.add(
                    Fault.DUPLICATE_DOT,
                    table.position(event),
                    "event " + table.counter(event) + " of node '" + name(node) + "' is at " + table.position(kept)
                            + " already" + (same ? "" : ", and is another one"));
        }
    }

    private Lanes build() {
        int kept = 0;
        for (int node = 0, place = 0; node < table.nodes.size(); node++) {
            int end = starts[node + 1];
            for (; place < end; place++) {
                if (!leftOut.get(events[place])) {
                    events[kept++] = events[place];
                }
            }
            starts[node + 1] = kept;
        }
        return new Lanes(table, starts, Arrays.copyOf(events, kept), doubtfulFrom);
    }

    private String name(int node) {
        return table.nodes.text(node);
    }
}
