// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.order;

import dev.likeaclockwork.graph.event.Fault;
import dev.likeaclockwork.graph.model.EventTable;
import dev.likeaclockwork.graph.model.Lanes;
import dev.likeaclockwork.graph.model.ProblemList;
import java.util.BitSet;

/** The events that vectors and counters prove, and that no log contains. */
public final class Holes {
    private final EventTable table;
    private final Lanes lanes;
    private final ProblemList problems;

    /** For each node the highest counter that any vector has, and an event that has it. */
    private final long[] known;

    private final int[] knower;
    /** The events that have one as a direct cause. */
    private final BitSet behind = new BitSet();

    private long missing;

    public Holes(EventTable table, Lanes lanes, ProblemList problems) {
        this.table = table;
        this.lanes = lanes;
        this.problems = problems;
        this.known = new long[lanes.size()];
        this.knower = new int[lanes.size()];
        int[] events = lanes.all();
        for (int i = 0; i < events.length; i++) {
            if (i == 0 || table.vector(events[i - 1]) != table.vector(events[i])) {
                findKnown(events[i]);
            }
        }
        for (int node = 0; node < lanes.size(); node++) {
            reportGaps(node);
            reportBeyondTheEnd(node);
        }
    }

    /** How many events are missing. */
    public long missing() {
        return missing;
    }

    /** The events that have a missing one as a direct cause. */
    public BitSet behind() {
        return behind;
    }

    private void findKnown(int event) {
        int row = table.vector(event);
        for (int place = table.vectors.start(row); place < table.vectors.end(row); place++) {
            int node = table.vectors.node(place);
            long counter = table.vectors.counter(place);
            if (counter > known[node]
                    || (counter > 0 && counter == known[node] && table.comparePositions(event, knower[node]) < 0)) {
                known[node] = counter;
                knower[node] = event;
            }
            int logged = lanes.countUpTo(node, counter);
            if (counter > 0 && (logged == 0 || lanes.counter(node, logged - 1) < counter)) {
                behind.set(event);
            }
        }
    }

    private void reportGaps(int node) {
        long previous = 0;
        for (int place = 0; place < lanes.length(node); place++) {
            long counter = lanes.counter(node, place);
            if (counter > previous + 1) {
                behind.set(lanes.event(node, place));
                report(
                        Fault.HOLE,
                        lanes.event(node, place),
                        counter - previous - 1,
                        range(previous + 1, counter - 1) + " of node '" + name(node) + "' missing before this one");
            }
            previous = counter;
        }
    }

    private void reportBeyondTheEnd(int node) {
        int length = lanes.length(node);
        long last = length == 0 ? 0 : lanes.counter(node, length - 1);
        if (known[node] <= last) {
            return;
        }
        String what = "knows of " + range(last + 1, known[node]) + " of node '" + name(node) + "'";
        if (length == 0) {
            report(Fault.UNKNOWN_NODE, knower[node], known[node], what + ", of which no log has any");
        } else {
            report(Fault.FROM_THE_FUTURE, knower[node], known[node] - last, what + ", whose log ends with " + last);
        }
    }

    private void report(Fault fault, int event, long count, String detail) {
        missing = count > Long.MAX_VALUE - missing ? Long.MAX_VALUE : missing + count;
        problems.add(fault, table.position(event), detail);
    }

    private static String range(long first, long last) {
        return first == last ? "event " + first : "events " + first + " to " + last;
    }

    private String name(int node) {
        return table.nodes.text(node);
    }
}
