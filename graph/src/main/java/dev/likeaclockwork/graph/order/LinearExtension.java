// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.order;

import com.carrotsearch.hppc.sorting.IndirectSort;
import dev.likeaclockwork.graph.model.EventTable;
import dev.likeaclockwork.graph.model.IntRows;
import dev.likeaclockwork.graph.model.Lanes;

/**
 * The order in which a graph numbers its events: causes before effects, and else by wall clock, as near to it as
 * causality allows.
 *
 * <p>An event counts as not earlier than its causes. Equal times, and events without one, are ordered by the length of
 * their history, then by node and counter, so that neither the order of lines nor that of files matters.
 */
public final class LinearExtension {
    private final EventTable table;

    /** For each event its time, or the latest of its causes' if that is later. */
    private final long[] time;

    /** For each event the number of events on the longest path up to it, itself included. */
    private final int[] depth;

    private LinearExtension(EventTable table, IntRows causes, TopologicalOrder causesFirst) {
        this.table = table;
        this.time = new long[table.size()];
        this.depth = new int[table.size()];
        for (int event : causesFirst.order()) {
            time[event] = table.time(event);
            depth[event] = 1;
            for (int i = causes.start(event); i < causes.end(event); i++) {
                int cause = causes.value(i);
                if (!causesFirst.onOneCycle(cause, event) || table.node(cause) == table.node(event)) {
                    time[event] = Math.max(time[event], time[cause]);
                    depth[event] = Math.max(depth[event], depth[cause] + 1);
                }
            }
        }
    }

    /** The events of {@code lanes} in this order. */
    public static int[] of(EventTable table, Lanes lanes, IntRows causes, TopologicalOrder causesFirst) {
        LinearExtension order = new LinearExtension(table, causes, causesFirst);
        int[] events = lanes.all();
        int[] sorted = IndirectSort.mergesort(0, events.length, (a, b) -> order.compare(events[a], events[b]));
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = events[sorted[i]];
        }
        return sorted;
    }

    private int compare(int e, int f) {
        if (time[e] != time[f]) {
            return Long.compare(time[e], time[f]);
        }
        return depth[e] != depth[f] ? Integer.compare(depth[e], depth[f]) : table.compareOnLanes(e, f);
    }
}
