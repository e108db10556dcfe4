// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import dev.likeaclockwork.wire.WireLimits;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the text form of timestamps of one membership, which it knows: no id is checked or cut out again.
 *
 * <p>Thread-safe.
 */
final class KnownText {
    /**
     * Bytes that may be allocated in vain: a header that turns out malformed has been copied by then, and its counters
     * have been given room. With what the careful reader takes, a refusal stays below 4 KiB. Headers that would take
     * more, of some 65 entries, are read carefully at once.
     */
    private static final int MAX_IN_VAIN = 2450;

    private static final int IN_VAIN_PER_ENTRY = 2 * Long.BYTES + Integer.BYTES;

    private final Membership members;
    private final MemberKeys keys;

    /*
     * The two are written without synchronization, because any header of the membership is as good as the last one, and
     * templates are immutable.
     */
    private @Nullable TextTemplate lastRead;
    private @Nullable TextTemplate lastWritten;

    KnownText(Membership members) {
        this.members = members;
        byte[][] texts = new byte[members.size()][];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = ((i == 0 ? "" : ",") + members.id(i) + "=").getBytes(StandardCharsets.ISO_8859_1);
        }
        this.keys = new MemberKeys(texts);
    }

    /**
     * Reads a header, given its signature, if it was written as {@link #write} does it, by a known membership; null
     * otherwise.
     */
    static @Nullable VectorTimestamp decode(String text, int signature, WireLimits limits) {
        if (text.length() > Math.min(MAX_IN_VAIN, limits.maxBytes())) {
            return null;
        }
        Membership guess = Memberships.guess(signature);
        if (guess == null
                || guess.size() > limits.maxEntries()
                || text.length() + IN_VAIN_PER_ENTRY * guess.size() > MAX_IN_VAIN) {
            return null;
        }
        KnownText known = guess.text();
        return known == null ? null : known.read(text);
    }

    /** What ISO 8859-1 lacks becomes '?', which an id may contain, so those ids are not for this class. */
    static boolean suits(Membership members) {
        for (int i = 0; i < members.size(); i++) {
            if (members.id(i).indexOf('?') >= 0) {
                return false;
            }
        }
        return true;
    }

    private @Nullable VectorTimestamp read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        TextTemplate last = lastRead;
        TextTemplate next = last == null ? null : last.read(bytes);
        if (next == null) {
            next = readAnew(bytes);
        }
        if (next == null) {
            return null;
        }
        lastRead = next;
        return next.timestamp;
    }

    private @Nullable TextTemplate readAnew(byte[] bytes) {
        long[] counters = new long[keys.size()];
        int[] ends = new int[keys.size()];
        int at = 0;
        for (int i = 0; i < counters.length; i++) {
            if (!keys.matches(i, bytes, at)) {
                return null;
            }
            int start = at + keys.length(i);
            at = Digits.end(bytes, start);
            counters[i] = Digits.parse(bytes, start, at);
            ends[i] = at;
            if (counters[i] < 0) {
                return null;
            }
        }
        return at == bytes.length ? new TextTemplate(keys, VectorTimestamp.of(members, counters), bytes, ends) : null;
    }

    String write(VectorTimestamp timestamp) {
        TextTemplate last = lastWritten;
        if (last != null && last.timestamp.base == timestamp.base) {
            return last.withOwn(timestamp.own);
        }
        TextTemplate next = last == null ? null : last.write(timestamp);
        if (next == null) {
            next = writeAnew(timestamp);
        }
        lastWritten = next;
        return next.toString();
    }

    private TextTemplate writeAnew(VectorTimestamp timestamp) {
        byte[] bytes = new byte[keys.totalLength() + Digits.MAX_COUNT * keys.size()];
        int[] ends = new int[keys.size()];
        int at = 0;
        for (int i = 0; i < ends.length; i++) {
            long counter = timestamp.counter(i);
            Counters.checkOnWire(members.id(i), counter);
            at = Digits.append(counter, bytes, keys.copy(i, bytes, at));
            ends[i] = at;
        }
        return new TextTemplate(keys, timestamp, Arrays.copyOf(bytes, at), ends);
    }
}
