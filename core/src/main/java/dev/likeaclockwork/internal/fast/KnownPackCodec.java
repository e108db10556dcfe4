// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.fast;

import dev.likeaclockwork.internal.bytes.MessagePack;
import dev.likeaclockwork.internal.vector.Members;
import dev.likeaclockwork.internal.vector.NodeId;
import dev.likeaclockwork.internal.vector.SharedVector;
import dev.likeaclockwork.wire.WireLimits;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the binary form of timestamps of one membership, which it knows: no id is checked or cut out again.
 *
 * <p>Immutable and thread-safe.
 */
public final class KnownPackCodec {
    /** Larger ones are read carefully at once: what is allocated in vain for a malformed one stays below 4 KiB. */
    private static final int MAX_ENTRIES = 175;

    /** Random ids differ in their ends. */
    private static final int HASHED_BYTES = 6;

    private final Members members;

    /** The head of the map stands before the first key. */
    private final EncodedKeys keys;

    public KnownPackCodec(Members members) {
        this.members = members;
        byte[] key = new byte[MessagePack.MAX_MAP_HEAD_BYTES + 2 + NodeId.MAX_LENGTH];
        byte[][] packed = new byte[members.size()][];
        for (int i = 0; i < packed.length; i++) {
            int start = i == 0 ? MessagePack.putMapHead(key, 0, packed.length) : 0;
            packed[i] = Arrays.copyOf(key, MessagePack.putString(key, start, members.id(i)));
        }
        this.keys = new EncodedKeys(packed);
    }

    /** Reads a value if it was written as {@link #write} does it, of a membership that is known; null otherwise. */
    public static @Nullable SharedVector decode(byte[] bytes, WireLimits limits) {
        if (bytes.length > limits.maxBytes()) {
            return null;
        }
        Members guess = CodecCache.guess(signature(bytes));
        KnownPackCodec known = guess == null || guess.size() > Math.min(MAX_ENTRIES, limits.maxEntries())
                ? null
                : CodecCache.pack(guess);
        return known == null ? null : known.read(bytes);
    }

    /** What values of one membership have in common, and others rarely have: the size, and the end of the first id. */
    public static int signature(byte[] bytes) {
        int start = bytes.length > 0 && bytes[0] == (byte) 0xDE ? 3 : 1;
        int idLength = start < bytes.length ? bytes[start] & 0x1F : 0;
        int end = Math.min(bytes.length, start + 1 + idLength);
        int hash = 0;
        for (int i = 0; i < Math.min(start, end); i++) {
            hash = 31 * hash + bytes[i];
        }
        for (int i = Math.max(start, end - HASHED_BYTES); i < end; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    private @Nullable SharedVector read(byte[] bytes) {
        long[] counters = new long[keys.size()];
        int at = 0;
        for (int i = 0; i < counters.length; i++) {
            int start = at + keys.length(i);
            if (!keys.matches(i, bytes, at) || start >= bytes.length) {
                return null;
            }
            int width = MessagePack.width(bytes[start]);
            at = start + 1 + width;
            if (width < 0 || at > bytes.length) {
                return null;
            }
            long counter = width == 0 ? bytes[start] : MessagePack.number(bytes, start + 1, width);
            if (counter < 0 || counter > WireLimits.MAX_COUNTER) {
                return null;
            }
            counters[i] = counter;
        }
        return at == bytes.length ? SharedVector.of(members, counters) : null;
    }

    public byte[] write(SharedVector vector, long own) {
        byte[] bytes = new byte[keys.totalLength() + MessagePack.MAX_NUMBER_BYTES * keys.size()];
        int at = 0;
        for (int i = 0; i < keys.size(); i++) {
            at = keys.copy(i, bytes, at);
            at = MessagePack.putUnsigned(bytes, at, vector.counter(i, own));
        }
        return Arrays.copyOf(bytes, at);
    }
}
