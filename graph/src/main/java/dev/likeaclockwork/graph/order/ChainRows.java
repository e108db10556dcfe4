// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.order;

import com.carrotsearch.hppc.IntArrayList;
import java.util.Arrays;
import java.util.BitSet;

/** What events know of chains: rows of a chain and the last event known of it, sorted by chain. */
final class ChainRows {
    /** The row without entries. */
    static final int EMPTY = 0;

    /** The event of a chain that a row does not know. */
    static final int NONE = -1;

    private final IntArrayList starts = IntArrayList.from(0, 0);
    private final IntArrayList chains = new IntArrayList();
    private final IntArrayList events = new IntArrayList();

    /** For each row the first event that has it. */
    private final IntArrayList origins = IntArrayList.from(NONE);

    /** The rows that do not tell all. */
    private final BitSet partial = new BitSet();

    int add(JoinedRow row, int origin, boolean isPartial) {
        for (int i = 0; i < row.size(); i++) {
            chains.add(row.chain(i));
            events.add(row.event(i));
        }
        int added = origins.size();
        starts.add(chains.size());
        origins.add(origin);
        partial.set(added, isPartial);
        return added;
    }

    /** The last event that a row knows of a chain, or {@link #NONE}. Takes O(log n). */
    int get(int row, int chain) {
        int entry = Arrays.binarySearch(chains.buffer, start(row), end(row), chain);
        return entry < 0 ? NONE : events.get(entry);
    }

    /** The first event that has the row; all that have it follow each other on one lane. */
    int origin(int row) {
        return origins.get(row);
    }

    /** Whether those that have the row may know more than it tells. */
    boolean isPartial(int row) {
        return partial.get(row);
    }

    int start(int row) {
        return starts.get(row);
    }

    int end(int row) {
        return starts.get(row + 1);
    }

    int chain(int entry) {
        return chains.get(entry);
    }

    int event(int entry) {
        return events.get(entry);
    }

    void trim() {
        starts.trimToSize();
        chains.trimToSize();
        events.trimToSize();
        origins.trimToSize();
    }
}
