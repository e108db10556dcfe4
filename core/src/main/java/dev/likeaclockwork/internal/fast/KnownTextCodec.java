// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.fast;

import dev.likeaclockwork.internal.bytes.Digits;
import dev.likeaclockwork.internal.vector.Counters;
import dev.likeaclockwork.internal.vector.Members;
import dev.likeaclockwork.internal.vector.SharedVector;
import dev.likeaclockwork.wire.WireLimits;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the text form of timestamps of one membership, which it knows: no id is checked or cut out again.
 *
 * <p>Thread-safe.
 */
public final class KnownTextCodec {
    /**
     * Bytes that may be allocated in vain: a header that turns out malformed has been copied by then, and its counters
     * have been given room. With what the careful reader takes, a refusal stays below 4 KiB. Headers that would take
     * more, of some 65 entries, are read carefully at once.
     */
    private static final int MAX_IN_VAIN = 2450;

    private static final int IN_VAIN_PER_ENTRY = 2 * Long.BYTES + Integer.BYTES;

    private final Members members;
    private final EncodedKeys keys;

    /*
     * The two are written without synchronization, because any header of the membership is as good as the last one, and
     * templates are immutable.
     */
    private @Nullable LastHeader lastRead;
    private @Nullable LastHeader lastWritten;

    public KnownTextCodec(Members members) {
        this.members = members;
        byte[][] texts = new byte[members.size()][];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = ((i == 0 ? "" : ",") + members.id(i) + "=").getBytes(StandardCharsets.ISO_8859_1);
        }
        this.keys = new EncodedKeys(texts);
    }

    /**
     * Reads a header, given its signature, if it was written as {@link #write} does it, by a known membership; null
     * otherwise.
     */
    public static @Nullable SharedVector decode(String text, int signature, WireLimits limits) {
        if (text.length() > Math.min(MAX_IN_VAIN, limits.maxBytes())) {
            return null;
        }
        Members guess = CodecCache.guess(signature);
        if (guess == null
                || guess.size() > limits.maxEntries()
                || text.length() + IN_VAIN_PER_ENTRY * guess.size() > MAX_IN_VAIN) {
            return null;
        }
        KnownTextCodec known = CodecCache.text(guess);
        return known == null ? null : known.read(text);
    }

    /** What ISO 8859-1 lacks becomes '?', which an id may contain, so those ids are not for this class. */
    public static boolean suits(Members members) {
        for (int i = 0; i < members.size(); i++) {
            if (members.id(i).indexOf('?') >= 0) {
                return false;
            }
        }
        return true;
    }

    private @Nullable SharedVector read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        LastHeader last = lastRead;
        LastHeader next = last == null ? null : last.read(bytes);
        if (next == null) {
            next = readAnew(bytes);
        }
        if (next == null) {
            return null;
        }
        lastRead = next;
        return next.vector;
    }

    private @Nullable LastHeader readAnew(byte[] bytes) {
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
        return at == bytes.length ? new LastHeader(keys, SharedVector.of(members, counters), bytes, ends) : null;
    }

    public String write(SharedVector vector, long own) {
        LastHeader last = lastWritten;
        if (last != null && last.vector == vector) {
            return last.withOwn(own);
        }
        LastHeader next = last == null ? null : last.write(vector, own);
        if (next == null) {
            next = writeAnew(vector, own);
        }
        lastWritten = next;
        return next.toString();
    }

    private LastHeader writeAnew(SharedVector vector, long own) {
        byte[] bytes = new byte[keys.totalLength() + Digits.MAX_COUNT * keys.size()];
        int[] ends = new int[keys.size()];
        int at = 0;
        for (int i = 0; i < ends.length; i++) {
            long counter = vector.counter(i, own);
            Counters.checkOnWire(members.id(i), counter);
            at = Digits.append(counter, bytes, keys.copy(i, bytes, at));
            ends[i] = at;
        }
        return new LastHeader(keys, vector, Arrays.copyOf(bytes, at), ends);
    }
}
