// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.fast;

import dev.likeaclockwork.internal.bytes.BufferPool;
import dev.likeaclockwork.internal.bytes.Digits;
import dev.likeaclockwork.internal.vector.Counters;
import dev.likeaclockwork.internal.vector.NodeId;
import dev.likeaclockwork.internal.vector.SharedVector;
import java.nio.charset.StandardCharsets;

/** Writes a received header again, with the entry of the clock that forwards it replaced or inserted. */
public final class ReceivedTextWriter {
    private static final BufferPool<byte[]> BUFFERS =
            new BufferPool<>(() -> new byte[TextScanner.MAX_CHARS + Digits.ENTRY_BESIDES_ID + NodeId.MAX_LENGTH]);

    private ReceivedTextWriter() {}

    /**
     * The header of a vector and its owner's counter.
     *
     * @param text that of the vector, which {@link FreshTextReader} read
     */
    public static String write(String text, SharedVector vector, long own) {
        if (vector.owner < 0) {
            return text;
        }
        Counters.checkOnWire(vector.members.id(vector.owner), own);
        byte[] bytes = BUFFERS.take();
        String header = new String(bytes, 0, write(text, vector, own, bytes), StandardCharsets.ISO_8859_1);
        BUFFERS.give(bytes);
        return header;
    }

    /** Returns the number of bytes. */
    private static int write(String text, SharedVector vector, long own, byte[] bytes) {
        String id = vector.members.id(vector.owner);
        int start = start(text, vector.owner);
        int next = isOf(id, text, start) ? next(text, start) : start;
        int at = copy(text, 0, Math.min(start, text.length()), bytes, 0);
        if (start > text.length()) {
            bytes[at++] = ',';
        }
        at = copy(id, 0, id.length(), bytes, at);
        bytes[at] = '=';
        at = Digits.append(own, bytes, at + 1);
        if (next < text.length()) {
            bytes[at++] = ',';
            at = copy(text, next, text.length(), bytes, at);
        }
        return at;
    }

    /** Whether the entry that begins at a place is that of a node. */
    private static boolean isOf(String id, String text, int start) {
        return text.startsWith(id, start) && text.charAt(start + id.length()) == '=';
    }

    /** Where an entry begins, or would begin. */
    private static int start(String text, int entry) {
        int start = 0;
        for (int i = 0; i < entry; i++) {
            start = next(text, start);
        }
        return start;
    }

    /** Where the entry behind one begins, or would begin. */
    private static int next(String text, int start) {
        int comma = text.indexOf(',', start);
        return (comma < 0 ? text.length() : comma) + 1;
    }

    /** Returns where the copy ends. */
    @SuppressWarnings("deprecation") // all is ASCII
    private static int copy(String text, int from, int to, byte[] bytes, int at) {
        text.getBytes(from, to, bytes, at);
        return at + to - from;
    }
}
