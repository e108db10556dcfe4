// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import com.carrotsearch.hppc.sorting.IndirectSort;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntBinaryOperator;

/**
 * The events of each node in the order of their counters.
 *
 * <p>Events that cannot be placed are reported and left out: those whose vector does not count their own node, and those
 * that are one by node and counter with another. From such a counter on the node is {@linkplain #doubtfulFrom doubtful}:
 * who knows of it may mean either.
 */
final class Lanes {
    private final EventTable table;
    private final ProblemList problems;

    /** For each node where its events start, and, behind the last one, where they end. */
    private final int[] starts;

    /** The events by node, then by counter. */
    private int[] events;

    /** For each node the first counter that two different events have; {@link Long#MAX_VALUE} for none. */
    private final long[] doubtfulFrom;

    Lanes(EventTable table, ProblemList problems) {
        this.table = table;
        this.problems = problems;
        this.starts = new int[table.nodes.size() + 1];
        this.events = new int[table.size()];
        this.doubtfulFrom = new long[table.nodes.size()];
        Arrays.fill(doubtfulFrom, Long.MAX_VALUE);
        BitSet leftOut = new BitSet();
        groupByNode();
        for (int node = 0; node < size(); node++) {
            if (isNumbered(node)) {
                reportUnnumbered(node, leftOut);
                sort(node, this::compareByCounter);
                reportTwins(node, leftOut);
            } else {
                sort(node, isTimed(node) ? this::compareByTime : table::comparePositions);
                number(node);
            }
        }
        removeAll(leftOut);
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

    private boolean isTimed(int node) {
        for (int place = starts[node]; place < starts[node + 1]; place++) {
            if (table.time(events[place]) == EventTable.NO_TIME) {
                return false;
            }
        }
        return true;
    }

    private void reportUnnumbered(int node, BitSet leftOut) {
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

    private int compareByTime(int e, int f) {
        int byTime = Long.compare(table.time(e), table.time(f));
        return byTime != 0 ? byTime : table.comparePositions(e, f);
    }

    /** Logs mostly are in order. */
    private void sort(int node, IntBinaryOperator comparator) {
        int start = starts[node];
        int[] lane = Arrays.copyOfRange(events, start, starts[node + 1]);
        for (int i = 1; i < lane.length; i++) {
            if (comparator.applyAsInt(lane[i - 1], lane[i]) > 0) {
                int[] order = IndirectSort.mergesort(0, lane.length, (a, b) -> comparator.applyAsInt(lane[a], lane[b]));
                for (int j = 0; j < lane.length; j++) {
                    events[start + j] = lane[order[j]];
                }
                return;
            }
        }
    }

    private void number(int node) {
        for (int place = starts[node]; place < starts[node + 1]; place++) {
            table.number(events[place], place - starts[node] + 1L);
        }
    }

    private void reportTwins(int node, BitSet leftOut) {
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

    private void removeAll(BitSet leftOut) {
        int[] all = events;
        int kept = 0;
        for (int node = 0, place = 0; node < size(); node++) {
            int end = starts[node + 1];
            for (; place < end; place++) {
                if (!leftOut.get(all[place])) {
                    all[kept++] = all[place];
                }
            }
            starts[node + 1] = kept;
        }
        events = Arrays.copyOf(all, kept);
    }

    /** Calls the events by new numbers. */
    void renumber(int[] renumbered) {
        for (int place = 0; place < events.length; place++) {
            events[place] = renumbered[events[place]];
        }
    }

    /** The number of nodes, those without events included. */
    int size() {
        return starts.length - 1;
    }

    private String name(int node) {
        return table.nodes.text(node);
    }

    /** The number of a node's events. */
    int length(int node) {
        return starts[node + 1] - starts[node];
    }

    /** The event at a place, from 0, of a node. */
    int event(int node, int place) {
        return events[starts[node] + place];
    }

    /** All events by node, then by counter. */
    int[] all() {
        return events;
    }

    long counter(int node, int place) {
        return table.counter(event(node, place));
    }

    /** How many of a node's events have a counter of at most {@code counter}. Takes O(1) where none is missing. */
    int countUpTo(int node, long counter) {
        int length = length(node);
        int guess = (int) Math.min(counter, length);
        if (guess == 0 || (counter(node, guess - 1) == counter)) {
            return guess;
        }
        int low = 0;
        for (int high = length; low < high; ) {
            int middle = (low + high) >>> 1;
            if (counter(node, middle) <= counter) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first counter of a node that two different events have; {@link Long#MAX_VALUE} for none. */
    long doubtfulFrom(int node) {
        return doubtfulFrom[node];
    }
}
