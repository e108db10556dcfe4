// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.order;

import com.carrotsearch.hppc.ObjectIntHashMap;
import dev.likeaclockwork.graph.event.Fault;
import dev.likeaclockwork.graph.model.Edges;
import dev.likeaclockwork.graph.model.EventTable;
import dev.likeaclockwork.graph.model.Lanes;
import dev.likeaclockwork.graph.model.ProblemList;
import java.util.BitSet;

/** The causes that events name by id: spans their parents and links, receipts their messages. */
public final class NamedCauses {
    private static final int MISSING = -1;
    private static final int AMBIGUOUS = -2;

    private final EventTable table;
    private final Lanes lanes;
    private final ProblemList problems;

    /** From each id that is named as a cause to its event. */
    private final ObjectIntHashMap<String> events = new ObjectIntHashMap<>();

    private NamedCauses(EventTable table, Lanes lanes, ProblemList problems) {
        this.table = table;
        this.lanes = lanes;
        this.problems = problems;
    }

    /** Adds the edges, and marks the events that miss a cause. */
    public static void addTo(Edges edges, BitSet incomplete, EventTable table, Lanes lanes, ProblemList problems) {
        NamedCauses causes = new NamedCauses(table, lanes, problems);
        causes.findNames();
        causes.findEvents();
        causes.link(edges, incomplete);
    }

    private void findNames() {
        for (int event : lanes.all()) {
            table.causes(event).forEach(id -> events.put(id, MISSING));
        }
    }

    private void findEvents() {
        if (events.isEmpty()) {
            return;
        }
        for (int event : lanes.all()) {
            String id = table.id(event);
            int slot = id == null ? -1 : events.indexOf(id);
            if (slot >= 0) {
                int known = events.indexGet(slot);
                events.indexReplace(slot, known == MISSING ? event : AMBIGUOUS);
            }
        }
    }

    private void link(Edges edges, BitSet incomplete) {
        for (int event : lanes.all()) {
            for (String id : table.causes(event)) {
                int cause = events.get(id);
                if (cause >= 0) {
                    edges.add(cause, event);
                } else {
                    incomplete.set(event);
                    problems.add(
                            Fault.MISSING_CAUSE,
                            table.position(event),
                            cause == MISSING
                                    ? "no log contains its cause '" + id + "'"
                                    : "its cause '" + id + "' is the name of more than one event");
                }
            }
        }
    }
}
