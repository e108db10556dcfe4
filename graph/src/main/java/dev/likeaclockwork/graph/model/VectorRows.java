// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.model;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.LongArrayList;
import dev.likeaclockwork.graph.event.LoggedVector;
import java.util.Arrays;

/**
 * The vectors of all events without their own entries, each as a row of nodes and counters.
 *
 * <p>Between two receives only an event's own counter moves, so that the events of a node share rows.
 */
public final class VectorRows {
    /** The row of an event that has no vector. */
    public static final int NONE = 0;

    /** The row of an event that knows only of its own node. */
    static final int EMPTY = 1;

    private final IntArrayList starts = IntArrayList.from(0, 0, 0);
    private final IntArrayList nodes = new IntArrayList();
    private final LongArrayList counters = new LongArrayList();

    /** For each node the row that was added last. */
    private final IntArrayList last = new IntArrayList();

    /**
     * Adds what an event of {@code own} knows of other nodes, and returns the row; the node's last one if it says the
     * same.
     */
    int add(int own, LoggedVector vector, Names names) {
        if (vector.size() == 0) {
            return NONE;
        }
        int start = nodes.size();
        for (int i = 0; i < vector.size(); i++) {
            int node = names.add(vector.node(i));
            if (node != own) {
                nodes.add(node);
                counters.add(vector.counter(i));
            }
        }
        if (last.size() <= own) {
            last.resize(own + 1);
        }
        int known = nodes.size() == start ? EMPTY : last.get(own);
        if (sameAsLast(known, start)) {
            nodes.elementsCount = start;
            counters.elementsCount = start;
            return known;
        }
        starts.add(nodes.size());
        last.set(own, starts.size() - 2);
        return starts.size() - 2;
    }

    private boolean sameAsLast(int row, int start) {
        int end = nodes.size();
        return end - start == size(row)
                && Arrays.equals(nodes.buffer, start(row), end(row), nodes.buffer, start, end)
                && Arrays.equals(counters.buffer, start(row), end(row), counters.buffer, start, end);
    }

    /** Gives the nodes new numbers, and sorts each row by them. To be called once, when all rows are there. */
    void renumber(int[] renumbered) {
        for (int i = 0; i < nodes.size(); i++) {
            nodes.set(i, renumbered[nodes.get(i)]);
        }
        for (int row = 0; row < starts.size() - 1; row++) {
            if (!sorted(row)) {
                sort(row);
            }
        }
        nodes.trimToSize();
        counters.trimToSize();
        starts.trimToSize();
        last.clear();
        last.trimToSize();
    }

    private boolean sorted(int row) {
        for (int i = start(row) + 1; i < end(row); i++) {
            if (nodes.get(i - 1) > nodes.get(i)) {
                return false;
            }
        }
        return true;
    }

    private void sort(int row) {
        long[] keys = new long[size(row)];
        long[] old = Arrays.copyOfRange(counters.buffer, start(row), end(row));
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) nodes.get(start(row) + i) << Integer.SIZE | i;
        }
        Arrays.sort(keys);
        for (int i = 0; i < keys.length; i++) {
            nodes.set(start(row) + i, (int) (keys[i] >>> Integer.SIZE));
            counters.set(start(row) + i, old[(int) keys[i]]);
        }
    }

    /** The vector of an event of {@code own} as a log has it, its own entry included; sorted by node. */
    LoggedVector logged(int row, int own, long counter, Names names) {
        LoggedVector.Builder builder = LoggedVector.builder();
        boolean isOwnNext = row != NONE;
        for (int place = start(row); place < end(row); place++) {
            if (isOwnNext && node(place) > own) {
                builder.add(names.text(own), counter);
                isOwnNext = false;
            }
            builder.add(names.text(node(place)), counter(place));
        }
        return isOwnNext ? builder.add(names.text(own), counter).build() : builder.build();
    }

    /** The place of the first entry of a row. */
    public int start(int row) {
        return starts.get(row);
    }

    /** The place after the last entry of a row. */
    public int end(int row) {
        return starts.get(row + 1);
    }

    public int size(int row) {
        return end(row) - start(row);
    }

    public int node(int place) {
        return nodes.get(place);
    }

    public long counter(int place) {
        return counters.get(place);
    }

    /** How many events of {@code node} a row counts. Takes O(log n). */
    public long get(int row, int node) {
        int place = Arrays.binarySearch(nodes.buffer, start(row), end(row), node);
        return place < 0 ? 0 : counters.get(place);
    }
}
