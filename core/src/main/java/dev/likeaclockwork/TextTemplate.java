// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A header that was read or written last for a membership: the next one differs from it in a few digits.
 *
 * <p>Immutable, but for two parts of the text that it cuts out when they are first needed; thread-safe.
 */
final class TextTemplate {
    /*
     * Between two messages of a peer a few counters move, so most of a header says again what the last one said. Comparing
     * the two as arrays runs at memory speed; only the counters that differ are parsed or written. This saves in time what
     * Singhal and Kshemkalyani (1992) save in message size, and needs no order of messages. Where a counter has more
     * digits than before, everything behind it moves: then the header is read or written anew. What one
     * node sends in a row differs in its own counter alone, and is put together from what stands around it: one copy each.
     */
    private final MemberKeys keys;
    final VectorTimestamp timestamp;
    private final byte[] text;

    /** Where each counter ends in the text. */
    private final int[] ends;

    /** What stands before and after the owner's counter; written without synchronization, because all writers agree. */
    private @Nullable String beforeOwn;

    private @Nullable String afterOwn;

    TextTemplate(MemberKeys keys, VectorTimestamp timestamp, byte[] text, int[] ends) {
        this.keys = keys;
        this.timestamp = timestamp;
        this.text = text;
        this.ends = ends;
    }

    /** The template that {@code next} makes, or null if more than digits differ. */
    @Nullable
    TextTemplate read(byte[] next) {
        if (next.length != text.length) {
            return null;
        }
        long[] counters = timestamp.base.counters.clone();
        for (int at = mismatch(next, 0); at >= 0; ) {
            int entry = entryAt(at);
            counters[entry] = at < start(entry) ? -1 : Digits.parse(next, start(entry), ends[entry]);
            if (counters[entry] < 0) {
                return null;
            }
            at = mismatch(next, ends[entry]);
        }
        return new TextTemplate(keys, VectorTimestamp.of(timestamp.base.members, counters), next, ends);
    }

    /** The template that {@code next} makes, or null if a counter has another number of digits than here. */
    @Nullable
    TextTemplate write(VectorTimestamp next) {
        byte[] changed = text.clone();
        return putAll(changed, next) ? new TextTemplate(keys, next, changed, ends) : null;
    }

    /** The header of another timestamp of the same base: only the owner's counter can differ. */
    String withOwn(long own) {
        int owner = timestamp.base.owner;
        if (owner < 0) {
            return toString();
        }
        Counters.checkOnWire(timestamp.base.members.id(owner), own);
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

    private boolean putAll(byte[] changed, VectorTimestamp next) {
        long[] old = timestamp.base.counters;
        long[] counters = next.base.counters;
        boolean fits = putOwn(changed, timestamp.base.owner, next) && putOwn(changed, next.base.owner, next);
        for (int i = 0; fits && i < old.length; i++) {
            fits = old[i] == counters[i] || put(changed, i, next.counter(i));
        }
        return fits;
    }

    private boolean putOwn(byte[] changed, int owner, VectorTimestamp next) {
        return owner < 0 || put(changed, owner, next.counter(owner));
    }

    private boolean put(byte[] changed, int entry, long counter) {
        Counters.checkOnWire(timestamp.base.members.id(entry), counter);
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
