// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.order;

import com.carrotsearch.hppc.IntArrayList;
import dev.likeaclockwork.graph.model.Edges;
import dev.likeaclockwork.graph.model.EventTable;
import dev.likeaclockwork.graph.model.IntRows;
import dev.likeaclockwork.graph.model.Lanes;
import java.util.Arrays;
import java.util.BitSet;

/**
 * For each event the events that come before it by a single step: the one before on its node, the last of each other
 * node that its vector knows of, and what {@link Edges} add. Every cause of an event is one of these or a cause of one.
 */
public final class CauseRows {
    private static final int FIRST = -1;
    private static final int LEFT_OUT = -2;

    private final EventTable table;
    private final Lanes lanes;
    private final IntRows further;
    private final BitSet incomplete;
    private final IntArrayList causes = new IntArrayList();
    private final int[] starts;

    private CauseRows(EventTable table, Lanes lanes, Edges further, BitSet incomplete) {
        this.table = table;
        this.lanes = lanes;
        this.further = further.byEffect(table.size());
        this.incomplete = incomplete;
        this.starts = new int[table.size() + 1];
    }

    /**
     * The candidate causes of each event, in rows by effect.
     *
     * @param incomplete takes the events of which a further cause cannot be used
     */
    public static IntRows of(EventTable table, Lanes lanes, Edges further, BitSet incomplete) {
        return new CauseRows(table, lanes, further, incomplete).rows();
    }

    private IntRows rows() {
        int[] before = new int[table.size()];
        Arrays.fill(before, LEFT_OUT);
        for (int node = 0; node < lanes.size(); node++) {
            for (int place = 0; place < lanes.length(node); place++) {
                before[lanes.event(node, place)] = place == 0 ? FIRST : lanes.event(node, place - 1);
            }
        }
        for (int event = 0; event < table.size(); event++) {
            if (before[event] != LEFT_OUT) {
                add(event, before[event], before);
            }
            starts[event + 1] = causes.size();
        }
        return new IntRows(starts, causes.toArray());
    }

    private void add(int event, int previous, int[] before) {
        if (previous != FIRST) {
            causes.add(previous);
        }
        int row = table.vector(event);
        if (previous == FIRST || table.vector(previous) != row) {
            addKnown(row);
        }
        for (int place = further.start(event); place < further.end(event); place++) {
            int cause = further.value(place);
            if (before[cause] == LEFT_OUT || table.counter(cause) >= lanes.doubtfulFrom(table.node(cause))) {
                incomplete.set(event);
            } else {
                causes.add(cause);
            }
        }
    }

    /** Of a node whose counters are doubtful only what comes before them. */
    private void addKnown(int row) {
        for (int place = table.vectors.start(row); place < table.vectors.end(row); place++) {
            int node = table.vectors.node(place);
            int known = lanes.countUpTo(node, Math.min(table.vectors.counter(place), lanes.doubtfulFrom(node) - 1));
            if (known > 0) {
                causes.add(lanes.event(node, known - 1));
            }
        }
    }
}
