// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import com.carrotsearch.hppc.IntArrayList;
import java.util.Arrays;

/** What events know of chains: rows of a chain and a place on it, sorted by chain. */
final class ChainRows {
    /** The row without entries. */
    static final int EMPTY = 0;

    /** The place of a chain that a row does not know. */
    static final int UNKNOWN = -1;

    private final IntArrayList starts = IntArrayList.from(0, 0);
    private final IntArrayList chains = new IntArrayList();
    private final IntArrayList places = new IntArrayList();

    int add(JoinedRow row) {
        if (row.size() == 0) {
            return EMPTY;
        }
        for (int i = 0; i < row.size(); i++) {
            chains.add(row.chain(i));
            places.add(row.place(i));
        }
        starts.add(chains.size());
        return starts.size() - 2;
    }

    /** The last place that a row knows of a chain, or {@link #UNKNOWN}. Takes O(log n). */
    int get(int row, int chain) {
        int entry = Arrays.binarySearch(chains.buffer, start(row), end(row), chain);
        return entry < 0 ? UNKNOWN : places.get(entry);
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

    int place(int entry) {
        return places.get(entry);
    }

    void trim() {
        starts.trimToSize();
        chains.trimToSize();
        places.trimToSize();
    }
}
