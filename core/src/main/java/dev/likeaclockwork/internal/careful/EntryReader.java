// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.careful;

import dev.likeaclockwork.internal.bytes.BufferPool;
import dev.likeaclockwork.internal.vector.MembersCache;
import dev.likeaclockwork.internal.vector.Quoted;
import dev.likeaclockwork.internal.vector.SharedVector;
import dev.likeaclockwork.wire.MalformedCausalityException;
import dev.likeaclockwork.wire.WireLimits;

/**
 * A cursor over the entries of one encoded vector timestamp, which checks each entry as it gets there, and a reader of
 * them all.
 *
 * <p>Until the whole input is known to be well formed, only the places of its entries are written down, four bytes
 * each: a refusal costs little memory, whatever its size.
 */
public abstract class EntryReader {
    /** One entry more than the usual limit allows, which is seen when it is there. */
    private static final int USUAL_CAPACITY = 257;

    private static final BufferPool<int[]> STARTS = new BufferPool<>(() -> new int[USUAL_CAPACITY]);

    public final String header;
    public final WireLimits limits;

    /** Where the current entry begins, in characters or bytes. */
    public int start;

    public EntryReader(String header, WireLimits limits) {
        this.header = header;
        this.limits = limits;
    }

    /** A number of entries that the input certainly does not exceed, within the limits. */
    public abstract int capacity();

    /** Goes to the first entry, if it has not been called before, and to the next one otherwise. */
    public abstract boolean next();

    /** The id of the entry that begins at a place, which was checked. */
    public abstract String id(int start);

    /** The counter of the entry that begins at a place, which was checked. */
    public abstract long counter(int start);

    /** Compares the ids of two entries that were checked, given where they begin. */
    public abstract int compareIds(int start, int otherStart);

    /** Reads all entries. */
    public final SharedVector read() {
        int capacity = capacity();
        int[] starts = capacity > USUAL_CAPACITY ? new int[capacity] : STARTS.take();
        try {
            return read(starts);
        } finally {
            if (starts.length == USUAL_CAPACITY) {
                STARTS.give(starts);
            }
        }
    }

    private SharedVector read(int[] starts) {
        int size = 0;
        while (next()) {
            limits.checkEntries(header, size + 1, start);
            insert(starts, size++);
        }
        String[] ids = new String[size];
        long[] counters = new long[size];
        for (int i = 0; i < size; i++) {
            ids[i] = id(starts[i]);
            counters[i] = counter(starts[i]);
        }
        return SharedVector.of(MembersCache.intern(ids), counters);
    }

    public final MalformedCausalityException malformed(int position, String reason) {
        return new MalformedCausalityException(header, position, reason);
    }

    /** Puts the current entry where its id belongs: behind all others, if the writer sorted them. */
    private void insert(int[] starts, int size) {
        int place = size == 0 || compareIds(starts[size - 1], start) < 0 ? size : placeOf(starts, size);
        System.arraycopy(starts, place, starts, place + 1, size - place);
        starts[place] = start;
    }

    private int placeOf(int[] starts, int size) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = compareIds(start, starts[middle]);
            if (order == 0) {
                throw malformed(start, "the node id " + Quoted.of(id(start)) + " is repeated");
            }
            if (order < 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
