// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

/**
 * A cursor over the entries of one encoded vector timestamp, which checks each entry as it gets there, and a reader of
 * them all.
 *
 * <p>Nothing is allocated until the whole input is known to be well formed, and ids are cut out last: a refusal costs
 * little memory, whatever its size.
 */
abstract class Entries {
    final String header;
    final WireLimits limits;

    /** Where the current entry begins, in characters or bytes. */
    int start;

    /** Of the current entry. */
    long counter;

    Entries(String header, WireLimits limits) {
        this.header = header;
        this.limits = limits;
    }

    /** Goes to the first entry, if {@link #next} has not been called since, and to the next one otherwise. */
    abstract boolean next();

    /** Goes to the entry that begins at {@code start}, and reads it again. */
    abstract void seek(int start);

    /** Goes before the first entry. */
    abstract void rewind();

    /** The id of the current entry. */
    abstract String id();

    /** Compares the ids of two entries that were checked, given where they begin. */
    abstract int compareIds(int start, int otherStart);

    /** Reads all entries. */
    final VectorTimestamp read() {
        int size = 0;
        boolean sorted = true;
        for (int last = 0; next(); last = start) {
            sorted &= size == 0 || compareIds(last, start) < 0;
            limits.checkEntries(header, ++size, start);
        }
        int[] starts = starts(size);
        if (!sorted) {
            sort(starts);
        }
        return build(starts);
    }

    final MalformedCausalityException malformed(int position, String reason) {
        return new MalformedCausalityException(header, position, reason);
    }

    private int[] starts(int size) {
        int[] starts = new int[size];
        rewind();
        for (int i = 0; i < size; i++) {
            next();
            starts[i] = start;
        }
        return starts;
    }

    /** Sorts by id, by binary insertion: no memory beside the array, and nothing to do for what is in order. */
    private void sort(int[] starts) {
        for (int i = 1; i < starts.length; i++) {
            int inserted = starts[i];
            int place = placeOf(inserted, starts, i);
            System.arraycopy(starts, place, starts, place + 1, i - place);
            starts[place] = inserted;
        }
    }

    private int placeOf(int inserted, int[] starts, int size) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = compareIds(inserted, starts[middle]);
            if (order == 0) {
                seek(inserted);
                throw malformed(inserted, "the node id " + Quoted.of(id()) + " is repeated");
            }
            if (order < 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private VectorTimestamp build(int[] starts) {
        String[] ids = new String[starts.length];
        long[] counters = new long[starts.length];
        for (int i = 0; i < starts.length; i++) {
            seek(starts[i]);
            ids[i] = id();
            counters[i] = counter;
        }
        return VectorTimestamp.of(Memberships.intern(ids), counters);
    }
}
