// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import dev.likeaclockwork.wire.WireLimits;
import java.nio.charset.StandardCharsets;

/** The text form of vector timestamps: {@code a=1,b=0}, sorted by node id. */
final class VectorText {
    /** What an entry takes at most besides its id: two signs, and a counter in whole words. */
    static final int ENTRY_BESIDES_ID = 2 + 2 * Long.BYTES;

    /** In bytes. */
    private static final int USUAL_LENGTH = 2048;

    private static final Spare<byte[]> BUFFERS = new Spare<>(() -> new byte[USUAL_LENGTH]);

    private VectorText() {}

    static VectorTimestamp decode(String header, String text, WireLimits limits) {
        int firstId = IdHash.ofFirst(text);
        int lastId = IdHash.ofLast(text);
        int signature = 31 * firstId + lastId;
        VectorTimestamp known = KnownText.decode(text, signature, limits);
        if (known != null) {
            return known;
        }
        VectorTimestamp sorted = SortedText.read(text, limits, WrittenText.like(firstId, lastId));
        VectorTimestamp read = sorted != null ? sorted : new TextEntries(header, text, limits).read();
        Memberships.remember(signature, read.base.members);
        return read;
    }

    /** The form that travels. */
    static String encode(VectorTimestamp timestamp) {
        String received = timestamp.base.text;
        if (received != null) {
            return remembered(PassedOnText.write(received, timestamp), timestamp);
        }
        KnownText known = timestamp.base.members.text();
        if (known != null) {
            return known.write(timestamp);
        }
        timestamp.forEach(Counters::checkOnWire);
        return remembered(format(timestamp), timestamp);
    }

    private static String remembered(String text, VectorTimestamp timestamp) {
        WrittenText.remember(text, timestamp);
        return text;
    }

    /** The text form with counters of any size. */
    static String format(VectorTimestamp timestamp) {
        if (longest(timestamp) > USUAL_LENGTH) {
            return formatAny(timestamp);
        }
        byte[] bytes = BUFFERS.take();
        String text = new String(bytes, 0, write(timestamp, bytes), StandardCharsets.ISO_8859_1);
        BUFFERS.give(bytes);
        return text;
    }

    /** What {@link #write} needs at most, in bytes; more than there is for a counter that it cannot write. */
    private static int longest(VectorTimestamp timestamp) {
        int longest = 0;
        for (int i = 0; i < timestamp.size() && longest <= USUAL_LENGTH; i++) {
            if (timestamp.counter(i) > WireLimits.MAX_COUNTER) {
                return Integer.MAX_VALUE;
            }
            longest += timestamp.base.members.id(i).length() + ENTRY_BESIDES_ID;
        }
        return longest;
    }

    /** Returns the number of bytes to be taken: without the last comma. */
    @SuppressWarnings("deprecation") // ids are ASCII
    private static int write(VectorTimestamp timestamp, byte[] bytes) {
        int at = 0;
        for (int i = 0; i < timestamp.size(); i++) {
            String id = timestamp.base.members.id(i);
            id.getBytes(0, id.length(), bytes, at);
            at += id.length();
            bytes[at] = '=';
            at = Digits.append(timestamp.counter(i), bytes, at + 1);
            bytes[at++] = ',';
        }
        return Math.max(0, at - 1);
    }

    private static String formatAny(VectorTimestamp timestamp) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < timestamp.size(); i++) {
            text.append(i == 0 ? "" : ",").append(timestamp.base.members.id(i));
            text.append('=').append(timestamp.counter(i));
        }
        return text.toString();
    }
}
