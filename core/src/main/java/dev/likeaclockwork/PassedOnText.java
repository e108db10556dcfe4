// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import java.nio.charset.StandardCharsets;

/** Writes headers of what came as a header: the same again, but for the entry of the clock that passes it on. */
final class PassedOnText {
    private static final Spare<byte[]> BUFFERS =
            new Spare<>(() -> new byte[TextScanner.MAX_CHARS + VectorText.ENTRY_BESIDES_ID + NodeId.MAX_LENGTH]);

    private PassedOnText() {}

    /**
     * The header of a timestamp.
     *
     * @param text that of its base, which {@link SortedText} read
     */
    static String write(String text, VectorTimestamp timestamp) {
        if (timestamp.base.owner < 0) {
            return text;
        }
        Counters.checkOnWire(timestamp.base.members.id(timestamp.base.owner), timestamp.own);
        byte[] bytes = BUFFERS.take();
        String header = new String(bytes, 0, write(text, timestamp, bytes), StandardCharsets.ISO_8859_1);
        BUFFERS.give(bytes);
        return header;
    }

    /** Returns the number of bytes. */
    private static int write(String text, VectorTimestamp timestamp, byte[] bytes) {
        String id = timestamp.base.members.id(timestamp.base.owner);
        int start = start(text, timestamp.base.owner);
        int next = isOf(id, text, start) ? next(text, start) : start;
        int at = copy(text, 0, Math.min(start, text.length()), bytes, 0);
        if (start > text.length()) {
            bytes[at++] = ',';
        }
        at = copy(id, 0, id.length(), bytes, at);
        bytes[at] = '=';
        at = Digits.append(timestamp.own, bytes, at + 1);
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
