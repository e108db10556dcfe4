// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.order;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntIntHashMap;
import com.carrotsearch.hppc.sorting.IndirectSort;
import dev.likeaclockwork.graph.model.IntRows;
import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/**
 * An order of all events in which causes come first, and the cycles that stand in its way: the strongly connected
 * components of the graph of causes (Tarjan 1972), without recursion. Takes O(events + causes).
 */
public final class TopologicalOrder {
    private static final int UNSEEN = 0;

    private final IntRows causes;
    private final IntBinaryOperator onLanes;

    /** For each event when it was met, from 1. */
    private final int[] met;

    /** For each event the earliest met one that is known to be on a cycle with it. */
    private final int[] low;

    /** For each event the next of its causes to look at. */
    private final int[] next;

    private final IntArrayList path = new IntArrayList();
    private final IntArrayList open = new IntArrayList();
    private final IntArrayList order = new IntArrayList();

    /** From each event that is on a cycle to the number of its component, from 1. */
    private final IntIntHashMap cycles = new IntIntHashMap();

    private int clock;
    private int components;

    /** @param onLanes compares events on a cycle, which have no other order than that of their lanes */
    public TopologicalOrder(IntRows causes, IntBinaryOperator onLanes) {
        this.causes = causes;
        this.onLanes = onLanes;
        this.met = new int[causes.rows()];
        this.low = new int[causes.rows()];
        this.next = Arrays.copyOf(causes.starts(), causes.rows());
        for (int event = 0; event < causes.rows(); event++) {
            if (met[event] == UNSEEN) {
                visitFrom(event);
            }
        }
    }

    /** All events, causes first. Those of one cycle stand together. */
    int[] order() {
        return order.toArray();
    }

    /** From each event that is on a cycle to the number of the cycle, from 1. */
    public IntIntHashMap cycles() {
        return cycles;
    }

    boolean onOneCycle(int e, int f) {
        return cycles.getOrDefault(e, 0) != 0 && cycles.get(e) == cycles.getOrDefault(f, 0);
    }

    private void visitFrom(int start) {
        enter(start);
        while (!path.isEmpty()) {
            int event = path.get(path.size() - 1);
            if (next[event] == causes.end(event)) {
                path.removeLast();
                leave(event);
                continue;
            }
            int cause = causes.value(next[event]++);
            if (met[cause] == UNSEEN) {
                enter(cause);
            } else if (low[cause] > 0) {
                low[event] = Math.min(low[event], met[cause]);
            }
        }
    }

    private void enter(int event) {
        met[event] = ++clock;
        low[event] = clock;
        path.add(event);
        open.add(event);
    }

    private void leave(int event) {
        if (low[event] == met[event]) {
            close(event);
        }
        if (!path.isEmpty() && low[event] > 0) {
            int effect = path.get(path.size() - 1);
            low[effect] = Math.min(low[effect], low[event]);
        }
    }

    /** Takes the component of {@code event} off the open ones; {@code low} 0 says that it is closed. */
    private void close(int event) {
        int start = open.lastIndexOf(event);
        int[] component = Arrays.copyOfRange(open.buffer, start, open.size());
        open.elementsCount = start;
        if (component.length > 1) {
            components++;
            int[] sorted = IndirectSort.mergesort(
                    0, component.length, (a, b) -> onLanes.applyAsInt(component[a], component[b]));
            for (int i : sorted) {
                cycles.put(component[i], components);
                finish(component[i]);
            }
        } else {
            finish(event);
        }
    }

    private void finish(int event) {
        low[event] = 0;
        order.add(event);
    }
}
