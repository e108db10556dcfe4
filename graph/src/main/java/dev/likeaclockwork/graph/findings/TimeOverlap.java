// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.findings;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.diagnosis.ClockOffsets;
import dev.likeaclockwork.graph.diagnosis.Services;
import dev.likeaclockwork.graph.event.ServiceName;
import dev.likeaclockwork.graph.model.EventTable;
import java.util.Arrays;

/**
 * Whether two activities may have run at the same time, by their first and last times and the bounds of their clocks'
 * offsets.
 *
 * <p>Where messages do not bound an offset, it is taken to be at most a second, as clocks that are kept by NTP are.
 */
final class TimeOverlap {
    private static final long TOLERANCE = 1_000_000_000L;

    private final CausalGraph graph;
    private final ClockOffsets offsets;

    /** For each node the earliest and the latest of its times. */
    private final long[] first;

    private final long[] last;

    /** No two clocks are further apart than this. */
    private final long widest;

    TimeOverlap(CausalGraph graph) {
        this.graph = graph;
        this.offsets = ClockOffsets.of(graph);
        this.widest = offsets.widest(TOLERANCE);
        this.first = new long[graph.nodes()];
        this.last = new long[graph.nodes()];
        Arrays.fill(first, Long.MAX_VALUE);
        Arrays.fill(last, Long.MIN_VALUE);
        for (int event = 0; event < graph.size(); event++) {
            long time = graph.table().time(event);
            int node = graph.node(event);
            if (time != EventTable.NO_TIME) {
                first[node] = Math.min(first[node], time);
                last[node] = Math.max(last[node], time);
            }
        }
    }

    /** Whether both nodes are activities, so that time tells something. */
    boolean applies(int node, int other) {
        return isTimedActivity(node) && isTimedActivity(other);
    }

    boolean isTimedActivity(int node) {
        return ServiceName.isActivity(graph.nodeName(node)) && last[node] != Long.MIN_VALUE;
    }

    boolean isPossible(int node, int other) {
        ClockOffsets.Bounds bounds =
                offsets.bounds(services().of(node), services().of(other));
        boolean usable = !bounds.isContradictory();
        long least = usable && bounds.hasLeast() ? bounds.least() : -TOLERANCE;
        long most = usable && bounds.hasMost() ? bounds.most() : TOLERANCE;
        return first[other] - Math.max(most, least) <= last[node] && last[other] - Math.min(most, least) >= first[node];
    }

    Services services() {
        return offsets.byNode();
    }

    /** The first time of a node. */
    long first(int node) {
        return first[node];
    }

    /** A time after which nothing overlaps a node, whatever the other clock says. */
    long end(int node) {
        return last[node] + widest;
    }
}
