// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.diff;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.LoggedEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * The events of a node that are not matched yet.
 *
 * @param service the node without its activity part
 * @param events in their order
 * @param labels their labels
 */
record Lane(String service, List<Integer> events, List<String> labels) {
    /** What two lanes have in common if they are to be matched. */
    record Key(String service, List<String> labels) {}

    /** The lanes of a graph that have any such event, by their first one. */
    static List<Lane> of(CausalGraph graph, IntPredicate isUnmatched) {
        Map<Integer, Lane> lanes = new HashMap<>();
        for (int event = 0; event < graph.size(); event++) {
            if (isUnmatched.test(event)) {
                LoggedEvent logged = graph.event(event);
                Lane lane = lanes.computeIfAbsent(
                        graph.node(event), node -> new Lane(logged.service(), new ArrayList<>(), new ArrayList<>()));
                lane.events.add(event);
                lane.labels.add(logged.label());
            }
        }
        return lanes.values().stream()
                .sorted(Comparator.comparing(lane -> lane.events.get(0)))
                .toList();
    }

    /** The service and what happened first on the lane. */
    Key start() {
        return new Key(service, labels.subList(0, 1));
    }

    /** The service and all that happened on the lane. */
    Key whole() {
        return new Key(service, labels);
    }

    /** The service alone. */
    Key anything() {
        return new Key(service, List.of());
    }
}
