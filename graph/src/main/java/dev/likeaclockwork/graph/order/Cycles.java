// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.order;

import com.carrotsearch.hppc.IntIntHashMap;
import dev.likeaclockwork.graph.event.Fault;
import dev.likeaclockwork.graph.model.EventTable;
import dev.likeaclockwork.graph.model.ProblemList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reports the events that are said to have happened before themselves. */
public final class Cycles {
    /** More events of one cycle than these are only counted. */
    private static final int NAMED = 5;

    private Cycles() {}

    /**
     * Adds a problem for each cycle.
     *
     * @param cycles from event to the number of its cycle
     */
    public static void report(EventTable table, IntIntHashMap cycles, ProblemList problems) {
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int event = 0; !cycles.isEmpty() && event < table.size(); event++) {
            int cycle = cycles.getOrDefault(event, 0);
            if (cycle != 0) {
                members.computeIfAbsent(cycle, c -> new ArrayList<>()).add(event);
            }
        }
        members.values()
                .forEach(events -> problems.add(Fault.CYCLE, table.position(events.get(0)), detail(table, events)));
    }

    private static String detail(EventTable table, List<Integer> events) {
        String named = events.stream()
                .limit(NAMED)
                .map(event -> table.nodes.text(table.node(event)) + ":" + table.counter(event))
                .collect(Collectors.joining(", "));
        String more = events.size() > NAMED ? " and " + (events.size() - NAMED) + " more" : "";
        return "each of the events " + named + more + " is said to have happened before the others";
    }
}
