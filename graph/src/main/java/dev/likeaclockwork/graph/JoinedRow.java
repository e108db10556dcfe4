// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import java.util.Arrays;

/** A row of {@link ChainRows} in the making: what several events know together. Used again for each event. */
final class JoinedRow {
    private int[] chains = new int[16];
    private int[] places = new int[16];
    private int[] oldChains = new int[16];
    private int[] oldPlaces = new int[16];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    int chain(int entry) {
        return chains[entry];
    }

    int place(int entry) {
        return places[entry];
    }

    int get(int chain) {
        int entry = Arrays.binarySearch(chains, 0, size, chain);
        return entry < 0 ? ChainRows.UNKNOWN : places[entry];
    }

    /** Takes over what a row knows: of each chain the later place. */
    void join(ChainRows rows, int row) {
        swap(size + rows.end(row) - rows.start(row));
        int mine = 0;
        int mineEnd = size;
        int theirs = rows.start(row);
        int theirsEnd = rows.end(row);
        size = 0;
        while (mine < mineEnd && theirs < theirsEnd) {
            int difference = Integer.compare(oldChains[mine], rows.chain(theirs));
            if (difference < 0) {
                put(oldChains[mine], oldPlaces[mine++]);
            } else if (difference > 0) {
                put(rows.chain(theirs), rows.place(theirs++));
            } else {
                put(oldChains[mine], Math.max(oldPlaces[mine++], rows.place(theirs++)));
            }
        }
        for (; mine < mineEnd; mine++) {
            put(oldChains[mine], oldPlaces[mine]);
        }
        for (; theirs < theirsEnd; theirs++) {
            put(rows.chain(theirs), rows.place(theirs));
        }
    }

    private void swap(int capacity) {
        int[] spareChains = oldChains;
        int[] sparePlaces = oldPlaces;
        oldChains = chains;
        oldPlaces = places;
        chains = spareChains.length < capacity ? new int[2 * capacity] : spareChains;
        places = sparePlaces.length < capacity ? new int[2 * capacity] : sparePlaces;
    }

    private void put(int chain, int place) {
        chains[size] = chain;
        places[size++] = place;
    }

    /** Takes notice of one event. */
    void raise(int chain, int place) {
        int entry = Arrays.binarySearch(chains, 0, size, chain);
        if (entry >= 0) {
            places[entry] = Math.max(places[entry], place);
            return;
        }
        if (size == chains.length) {
            chains = Arrays.copyOf(chains, 2 * size);
            places = Arrays.copyOf(places, 2 * size);
        }
        int at = -entry - 1;
        System.arraycopy(chains, at, chains, at + 1, size - at);
        System.arraycopy(places, at, places, at + 1, size - at);
        chains[at] = chain;
        places[at] = place;
        size++;
    }

    void remove(int chain) {
        int entry = Arrays.binarySearch(chains, 0, size, chain);
        if (entry >= 0) {
            size--;
            System.arraycopy(chains, entry + 1, chains, entry, size - entry);
            System.arraycopy(places, entry + 1, places, entry, size - entry);
        }
    }
}
