// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.order;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntIntHashMap;
import com.carrotsearch.hppc.sorting.IndirectSort;
import dev.likeaclockwork.graph.event.Access;
import dev.likeaclockwork.graph.model.Edges;
import dev.likeaclockwork.graph.model.EventTable;
import dev.likeaclockwork.graph.model.Lanes;
import java.util.Map;
import java.util.TreeMap;

/**
 * The order that locks declare: a release comes before the next acquisition of the lock.
 *
 * <p>Which one is the next is told by wall-clock times. Sections of one lock cannot overlap; where their times do, or
 * are missing, the clocks cannot tell, and nothing is ordered.
 */
public final class LockOrder {
    private final EventTable table;
    private final Lanes lanes;

    /** For each lock its sections, as pairs of acquisition and release. */
    private final Map<Integer, IntArrayList> sections = new TreeMap<>();

    private LockOrder(EventTable table, Lanes lanes) {
        this.table = table;
        this.lanes = lanes;
    }

    public static void addTo(Edges edges, EventTable table, Lanes lanes) {
        LockOrder order = new LockOrder(table, lanes);
        for (int node = 0; node < lanes.size(); node++) {
            order.findSections(node);
        }
        order.sections.values().forEach(sections -> order.link(sections, edges));
    }

    private void findSections(int node) {
        IntIntHashMap held = new IntIntHashMap();
        for (int place = 0; place < lanes.length(node); place++) {
            int event = lanes.event(node, place);
            if (!table.accesses.isThere(event) || table.time(event) == EventTable.NO_TIME) {
                continue;
            }
            int lock = table.accesses.resource(event);
            if (table.accesses.kind(event) == Access.Kind.ACQUIRE) {
                held.put(lock, event);
            } else if (table.accesses.kind(event) == Access.Kind.RELEASE && held.containsKey(lock)) {
                sections.computeIfAbsent(lock, l -> new IntArrayList()).add(held.remove(lock), event);
            }
        }
    }

    private void link(IntArrayList sections, Edges edges) {
        int[] order = IndirectSort.mergesort(
                0,
                sections.size() / 2,
                (a, b) -> Long.compare(table.time(sections.get(2 * a)), table.time(sections.get(2 * b))));
        for (int i = 1; i < order.length; i++) {
            int release = sections.get(2 * order[i - 1] + 1);
            int acquire = sections.get(2 * order[i]);
            if (table.time(release) <= table.time(acquire)) {
                edges.add(release, acquire);
            }
        }
    }
}
