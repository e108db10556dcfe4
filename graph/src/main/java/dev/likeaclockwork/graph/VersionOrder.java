// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The order that versions prove and vectors do not know of: a read that saw a version happens after the write that made
 * it. A version that two writes claim to have made orders nothing.
 */
final class VersionOrder {
    private final List<int[]> edges = new ArrayList<>();

    private VersionOrder() {}

    /** The order among the accesses of a graph; empty if it adds nothing. */
    static Optional<VersionOrder> of(CausalGraph graph) {
        Map<List<String>, Integer> writes = writes(graph);
        VersionOrder order = new VersionOrder();
        for (int event = 0; event < graph.size(); event++) {
            Access access = graph.event(event).access();
            if (access != null && !access.isWrite() && access.version() != null) {
                int write = writes.getOrDefault(List.of(access.resource(), access.version()), -1);
                if (write >= 0 && !graph.happensBefore(write, event)) {
                    order.edges.add(new int[] {write, event});
                }
            }
        }
        return order.edges.isEmpty() ? Optional.empty() : Optional.of(order);
    }

    private static Map<List<String>, Integer> writes(CausalGraph graph) {
        Map<List<String>, Integer> writes = new HashMap<>();
        for (int event = 0; event < graph.size(); event++) {
            Access access = graph.event(event).access();
            if (access != null && access.isWrite() && access.version() != null) {
                writes.merge(List.of(access.resource(), access.version()), event, (first, second) -> -1);
            }
        }
        return writes;
    }

    void forEach(BiConsumer<Integer, Integer> action) {
        edges.forEach(edge -> action.accept(edge[0], edge[1]));
    }
}
