// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.codec;

import dev.likeaclockwork.internal.bytes.BufferPool;
import dev.likeaclockwork.internal.bytes.Digits;
import dev.likeaclockwork.internal.careful.TextReader;
import dev.likeaclockwork.internal.fast.CodecCache;
import dev.likeaclockwork.internal.fast.FreshTextReader;
import dev.likeaclockwork.internal.fast.KnownTextCodec;
import dev.likeaclockwork.internal.fast.ReceivedTextWriter;
import dev.likeaclockwork.internal.vector.Counters;
import dev.likeaclockwork.internal.vector.IdHash;
import dev.likeaclockwork.internal.vector.SharedVector;
import dev.likeaclockwork.wire.WireLimits;
import java.nio.charset.StandardCharsets;

/** The text form of vector timestamps: {@code a=1,b=0}, sorted by node id. */
public final class VectorText {
    /** In bytes. */
    private static final int USUAL_LENGTH = 2048;

    private static final BufferPool<byte[]> BUFFERS = new BufferPool<>(() -> new byte[USUAL_LENGTH]);

    private VectorText() {}

    /** Reads a header: by its known members, else by the fast reader of new ones, else by the careful reader. */
    public static SharedVector decode(String header, String text, WireLimits limits) {
        int signature = signature(text);
        SharedVector known = KnownTextCodec.decode(text, signature, limits);
        return known != null ? known : remembered(signature, decodeNew(header, text, limits));
    }

    private static SharedVector decodeNew(String header, String text, WireLimits limits) {
        SharedVector fresh = FreshTextReader.read(text, limits);
        return fresh != null ? fresh : new TextReader(header, text, limits).read();
    }

    private static SharedVector remembered(int signature, SharedVector read) {
        CodecCache.remember(signature, read.members);
        return read;
    }

    private static int signature(String text) {
        return 31 * IdHash.ofFirst(text) + IdHash.ofLast(text);
    }

    /** The form that travels. */
    public static String encode(SharedVector vector, long own) {
        if (vector.text != null) {
            return ReceivedTextWriter.write(vector.text, vector, own);
        }
        KnownTextCodec known = CodecCache.text(vector.members);
        if (known != null) {
            return known.write(vector, own);
        }
        for (int i = 0; i < vector.size(); i++) {
            Counters.checkOnWire(vector.members.id(i), vector.counter(i, own));
        }
        return format(vector, own);
    }

    /** The text form with counters of any size. */
    public static String format(SharedVector vector, long own) {
        if (longest(vector, own) > USUAL_LENGTH) {
            return formatAny(vector, own);
        }
        byte[] bytes = BUFFERS.take();
        String text = new String(bytes, 0, write(vector, own, bytes), StandardCharsets.ISO_8859_1);
        BUFFERS.give(bytes);
        return text;
    }

    /** What {@link #write} needs at most, in bytes; more than there is for a counter that it cannot write. */
    private static int longest(SharedVector vector, long own) {
        int longest = 0;
        for (int i = 0; i < vector.size() && longest <= USUAL_LENGTH; i++) {
            if (vector.counter(i, own) > WireLimits.MAX_COUNTER) {
                return Integer.MAX_VALUE;
            }
            longest += vector.members.id(i).length() + Digits.ENTRY_BESIDES_ID;
        }
        return longest;
    }

    /** Returns the number of bytes to be taken: without the last comma. */
    @SuppressWarnings("deprecation") // ids are ASCII
    private static int write(SharedVector vector, long own, byte[] bytes) {
        int at = 0;
        for (int i = 0; i < vector.size(); i++) {
            String id = vector.members.id(i);
            id.getBytes(0, id.length(), bytes, at);
            at += id.length();
            bytes[at] = '=';
            at = Digits.append(vector.counter(i, own), bytes, at + 1);
            bytes[at++] = ',';
        }
        return Math.max(0, at - 1);
    }

    private static String formatAny(SharedVector vector, long own) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < vector.size(); i++) {
            text.append(i == 0 ? "" : ",").append(vector.members.id(i));
            text.append('=').append(vector.counter(i, own));
        }
        return text.toString();
    }
}
