// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.order;

import com.carrotsearch.hppc.IntIntHashMap;
import com.carrotsearch.hppc.LongIntHashMap;
import dev.likeaclockwork.graph.event.Access;
import dev.likeaclockwork.graph.event.Fault;
import dev.likeaclockwork.graph.model.Edges;
import dev.likeaclockwork.graph.model.EventTable;
import dev.likeaclockwork.graph.model.Lanes;
import dev.likeaclockwork.graph.model.Names;
import dev.likeaclockwork.graph.model.ProblemList;
import java.util.BitSet;

/**
 * The order that versions prove and vectors do not know of: who read a version, or wrote over it, comes after the write
 * that made it.
 *
 * <p>A version that no write made is what a resource had before the log began. There can be one such version of a
 * resource, and only if no events are missing: otherwise who saw it lacks a cause. So does who saw a version that two
 * writes made.
 */
public final class VersionOrder {
    private static final int NONE = -1;
    private static final int SEVERAL = -2;

    private final EventTable table;
    private final ProblemList problems;

    /** From resource and version to the write that made it. */
    private final LongIntHashMap writes = new LongIntHashMap();

    /** From resource to the version that it had before the log began. */
    private final IntIntHashMap initial = new IntIntHashMap();

    private VersionOrder(EventTable table, Lanes lanes, ProblemList problems) {
        this.table = table;
        this.problems = problems;
        for (int event : lanes.all()) {
            if (table.accesses.isThere(event)
                    && table.accesses.kind(event) == Access.Kind.WRITE
                    && table.accesses.version(event) != Names.NONE) {
                long key = key(event, table.accesses.version(event));
                writes.put(key, writes.containsKey(key) ? SEVERAL : event);
            }
        }
        for (int event : lanes.all()) {
            int seen = versionSeen(event);
            if (seen != Names.NONE && writer(event, seen) == NONE) {
                int known = initial.getOrDefault(table.accesses.resource(event), seen);
                initial.put(table.accesses.resource(event), known == seen ? seen : SEVERAL);
            }
        }
    }

    /**
     * Adds the edges, and marks the events that lack a cause.
     *
     * @param holes whether events are missing
     */
    public static void addTo(
            Edges edges, BitSet incomplete, EventTable table, Lanes lanes, boolean holes, ProblemList problems) {
        VersionOrder order = new VersionOrder(table, lanes, problems);
        for (int event : lanes.all()) {
            int seen = order.versionSeen(event);
            if (seen != Names.NONE) {
                order.link(event, seen, edges, incomplete, holes);
            }
        }
    }

    private void link(int event, int seen, Edges edges, BitSet incomplete, boolean holes) {
        int write = writer(event, seen);
        if (write >= 0) {
            if (write != event) {
                edges.add(write, event);
            }
        } else if (write == SEVERAL || initial.get(table.accesses.resource(event)) == SEVERAL) {
            incomplete.set(event);
            problems.add(
                    Fault.MISSING_CAUSE,
                    table.position(event),
                    (write == SEVERAL ? "more than one event made" : "no log contains the write that made")
                            + " version '"
                            + table.texts.text(seen) + "' of '" + table.texts.text(table.accesses.resource(event))
                            + "', which it saw");
        } else if (holes) {
            incomplete.set(event);
        }
    }

    private int versionSeen(int event) {
        if (!table.accesses.isThere(event)) {
            return Names.NONE;
        }
        return switch (table.accesses.kind(event)) {
            case READ -> table.accesses.version(event);
            case WRITE -> table.accesses.base(event);
            case ACQUIRE, RELEASE -> Names.NONE;
        };
    }

    private int writer(int event, int version) {
        return writes.getOrDefault(key(event, version), NONE);
    }

    private long key(int event, int version) {
        return (long) table.accesses.resource(event) << Integer.SIZE | version;
    }
}
