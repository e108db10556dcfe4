// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.order;

import java.util.Arrays;

/** A row of {@link ChainRows} in the making: what several events know together. Used again for each event. */
final class JoinedRow {
    private int[] chains = new int[16];
    private int[] events = new int[16];
    private int[] oldChains = new int[16];
    private int[] oldEvents = new int[16];
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

    int event(int entry) {
        return events[entry];
    }

    int get(int chain) {
        int entry = Arrays.binarySearch(chains, 0, size, chain);
        return entry < 0 ? ChainRows.NONE : events[entry];
    }

    /** Takes over what a row knows: of each chain the later event. */
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
                put(oldChains[mine], oldEvents[mine++]);
            } else if (difference > 0) {
                put(rows.chain(theirs), rows.event(theirs++));
            } else {
                put(oldChains[mine], Math.max(oldEvents[mine++], rows.event(theirs++)));
            }
        }
        for (; mine < mineEnd; mine++) {
            put(oldChains[mine], oldEvents[mine]);
        }
        for (; theirs < theirsEnd; theirs++) {
            put(rows.chain(theirs), rows.event(theirs));
        }
    }

    private void swap(int capacity) {
        int[] spareChains = oldChains;
        int[] spareEvents = oldEvents;
        oldChains = chains;
        oldEvents = events;
        chains = spareChains.length < capacity ? new int[2 * capacity] : spareChains;
        events = spareEvents.length < capacity ? new int[2 * capacity] : spareEvents;
    }

    private void put(int chain, int event) {
        chains[size] = chain;
        events[size++] = event;
    }

    /** Takes notice of one event. */
    void raise(int chain, int event) {
        int entry = Arrays.binarySearch(chains, 0, size, chain);
        if (entry >= 0) {
            events[entry] = Math.max(events[entry], event);
            return;
        }
        if (size == chains.length) {
            chains = Arrays.copyOf(chains, 2 * size);
            events = Arrays.copyOf(events, 2 * size);
        }
        int at = -entry - 1;
        System.arraycopy(chains, at, chains, at + 1, size - at);
        System.arraycopy(events, at, events, at + 1, size - at);
        chains[at] = chain;
        events[at] = event;
        size++;
    }

    void remove(int chain) {
        int entry = Arrays.binarySearch(chains, 0, size, chain);
        if (entry >= 0) {
            size--;
            System.arraycopy(chains, entry + 1, chains, entry, size - entry);
            System.arraycopy(events, entry + 1, events, entry, size - entry);
        }
    }

    /** Keeps the entries of the latest events, at most so many, and forgets the others. */
    void keepLatest(int entries) {
        int[] sorted = Arrays.copyOf(events, size);
        Arrays.sort(sorted);
        int earliest = sorted[size - entries];
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (events[i] >= earliest) {
                chains[kept] = chains[i];
                events[kept++] = events[i];
            }
        }
        size = kept;
    }
}
