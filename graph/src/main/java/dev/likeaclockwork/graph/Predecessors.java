// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The last event of each node that an event knows of, and orders in which causes come first.
 *
 * <p>Every cause of an event is one of these or a cause of one of these, so an order that respects them respects all.
 */
final class Predecessors {
    private final Lanes lanes;
    private final Vectors vectors;

    /** For each event its node, and its place on it. */
    private final int[] node;

    private final int[] place;

    /** For each event the causes that no vector knows of: writes whose version it read. */
    private final List<List<Integer>> extra;

    Predecessors(int size, Lanes lanes, Vectors vectors) {
        this.lanes = lanes;
        this.vectors = vectors;
        this.node = new int[size];
        this.place = new int[size];
        this.extra = new ArrayList<>();
        for (int lane = 0; lane < lanes.size(); lane++) {
            int[] events = lanes.events(lane);
            for (int i = 0; i < events.length; i++) {
                node[events[i]] = lane;
                place[events[i]] = i;
            }
        }
        for (int event = 0; event < size; event++) {
            extra.add(List.of());
        }
    }

    int node(int event) {
        return node[event];
    }

    void add(int cause, int effect) {
        List<Integer> causes = new ArrayList<>(extra.get(effect));
        causes.add(cause);
        extra.set(effect, causes);
    }

    void forEach(int event, IntConsumer action) {
        if (place[event] > 0) {
            action.accept(lanes.events(node[event])[place[event] - 1]);
        }
        for (int lane : vectors.nodes(event)) {
            int known = lanes.countUpTo(lane, vectors.get(event, lane));
            if (lane != node[event] && known > 0) {
                action.accept(lanes.events(lane)[known - 1]);
            }
        }
        extra.get(event).forEach(action::accept);
    }

    /** All events, causes first; events on a cycle, and what depends on them, are missing. */
    int[] causesFirst() {
        int[] missing = new int[node.length];
        List<List<Integer>> effects = effects(missing);
        ArrayDeque<Integer> ready = new ArrayDeque<>();
        for (int event = 0; event < missing.length; event++) {
            if (missing[event] == 0) {
                ready.add(event);
            }
        }
        int[] order = new int[node.length];
        int size = 0;
        while (!ready.isEmpty()) {
            int event = ready.remove();
            order[size++] = event;
            for (int effect : effects.get(event)) {
                if (--missing[effect] == 0) {
                    ready.add(effect);
                }
            }
        }
        return Arrays.copyOf(order, size);
    }

    /** For each event those that it is a predecessor of; counts the predecessors of each event on the way. */
    List<List<Integer>> effects(int[] predecessors) {
        List<List<Integer>> effects = new ArrayList<>();
        for (int event = 0; event < node.length; event++) {
            effects.add(new ArrayList<>(2));
        }
        for (int event = 0; event < node.length; event++) {
            int effect = event;
            forEach(event, cause -> {
                effects.get(cause).add(effect);
                predecessors[effect]++;
            });
        }
        return effects;
    }
}
