// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.model;

/** The events of each node in the order of their counters; {@link LaneBuilder} puts them into it. */
public final class Lanes {
    private final EventTable table;

    private final int[] starts;
    private final int[] events;
    private final long[] doubtfulFrom;

    /**
     * @param starts for each node where its events start, and, behind the last one, where they end
     * @param events the events by node, then by counter
     * @param doubtfulFrom for each node the first counter that two different events have, or {@link Long#MAX_VALUE}
     */
    Lanes(EventTable table, int[] starts, int[] events, long[] doubtfulFrom) {
        this.table = table;
        this.starts = starts;
        this.events = events;
        this.doubtfulFrom = doubtfulFrom;
    }

    /** Calls the events by new numbers. */
    public void renumber(int[] renumbered) {
        for (int place = 0; place < events.length; place++) {
            events[place] = renumbered[events[place]];
        }
    }

    /** The number of nodes, those without events included. */
    public int size() {
        return starts.length - 1;
    }

    /** The number of a node's events. */
    public int length(int node) {
        return starts[node + 1] - starts[node];
    }

    /** The event at a place, from 0, of a node. */
    public int event(int node, int place) {
        return events[starts[node] + place];
    }

    /** All events by node, then by counter. */
    public int[] all() {
        return events;
    }

    public long counter(int node, int place) {
        return table.counter(event(node, place));
    }

    /** How many of a node's events have a counter of at most {@code counter}. Takes O(1) where none is missing. */
    public int countUpTo(int node, long counter) {
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
    public long doubtfulFrom(int node) {
        return doubtfulFrom[node];
    }
}
