// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.fast;

import dev.likeaclockwork.internal.bytes.Digits;
import dev.likeaclockwork.internal.vector.Counters;
import dev.likeaclockwork.internal.vector.SharedVector;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A header that was read or written last for a membership: the next one differs from it in a few digits.
 *
 * <p>Immutable, but for two parts of the text that it cuts out when they are first needed; thread-safe.
 */
public final class LastHeader {
    /*
     * Between two messages of a peer few counters change, so a header mostly repeats the last one. Both are compared
     * as arrays, at memory speed, and only the counters that differ are parsed or written. This saves in time what
     * Singhal and Kshemkalyani (1992) save in message size, and needs no order of messages. A counter with more
     * digits than before moves everything behind it; then the whole header is read or written.
     *
     * Consecutive sends of one node differ in its own counter only: such a header is the text before it, the counter,
     * and the text behind it.
     */
    private final EncodedKeys keys;
    public final SharedVector vector;
    private final byte[] text;

    /** Where each counter ends in the text. */
    private final int[] ends;

    /** What stands before and after the owner's counter; written without synchronization, because all writers agree. */
    private @Nullable String beforeOwn;

    private @Nullable String afterOwn;

    public LastHeader(EncodedKeys keys, SharedVector vector, byte[] text, int[] ends) {
        this.keys = keys;
        this.vector = vector;
        this.text = text;
        this.ends = ends;
    }

    /** The template that {@code next} makes, or null if more than digits differ. */
    @Nullable
    public LastHeader read(byte[] next) {
        if (next.length != text.length) {
            return null;
        }
        long[] counters = vector.counters.clone();
        for (int at = mismatch(next, 0); at >= 0; ) {
            int entry = entryAt(at);
            counters[entry] = at < start(entry) ? -1 : Digits.parse(next, start(entry), ends[entry]);
            if (counters[entry] < 0) {
                return null;
            }
            at = mismatch(next, ends[entry]);
        }
        return new LastHeader(keys, SharedVector.of(vector.members, counters), next, ends);
    }

    /** The template that {@code next} makes, or null if a counter has another number of digits than here. */
    @Nullable
    public LastHeader write(SharedVector next, long own) {
        byte[] changed = text.clone();
        return putAll(changed, next, own) ? new LastHeader(keys, next, changed, ends) : null;
    }

    /** The header of another timestamp of the same vector: only the owner's counter can differ. */
    public String withOwn(long own) {
        int owner = vector.owner;
        if (owner < 0) {
            return toString();
        }
        Counters.checkOnWire(vector.members.id(owner), own);
        String before = beforeOwn;
        String after = afterOwn;
        if (before == null || after == null) {
            before = part(0, start(owner));
            after = part(ends[owner], text.length);
            beforeOwn = before;
            afterOwn = after;
        }
        return before + own + after;
    }

    private boolean putAll(byte[] changed, SharedVector next, long own) {
        long[] old = vector.counters;
        long[] counters = next.counters;
        boolean fits = putOwn(changed, vector.owner, next, own) && putOwn(changed, next.owner, next, own);
        for (int i = 0; fits && i < old.length; i++) {
            fits = old[i] == counters[i] || put(changed, i, next.counter(i, own));
        }
        return fits;
    }

    private boolean putOwn(byte[] changed, int owner, SharedVector next, long own) {
        return owner < 0 || put(changed, owner, next.counter(owner, own));
    }

    private boolean put(byte[] changed, int entry, long counter) {
        Counters.checkOnWire(vector.members.id(entry), counter);
        return Digits.replace(counter, changed, start(entry), ends[entry]);
    }

    private int mismatch(byte[] next, int from) {
        int at = Arrays.mismatch(text, from, text.length, next, from, next.length);
        return at < 0 ? -1 : from + at;
    }

    /** The entry that holds a place, by interpolation: ids of one system are of about one length. */
    private int entryAt(int position) {
        int entry = (int) ((long) position * ends.length / text.length);
        while (ends[entry] <= position) {
            entry++;
        }
        while (entry > 0 && ends[entry - 1] > position) {
            entry--;
        }
        return entry;
    }

    private int start(int entry) {
        return (entry == 0 ? 0 : ends[entry - 1]) + keys.length(entry);
    }

    private String part(int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return part(0, text.length);
    }
}
