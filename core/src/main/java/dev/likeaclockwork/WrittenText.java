// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import org.jspecify.annotations.Nullable;

/**
 * A header that was written of late, because an answer mostly says again what its call told. Immutable.
 *
 * <p>A missed or lost one costs time, never correctness: what is read is compared to the last character.
 */
final class WrittenText {
    /** A power of two: calls that wait for an answer at a time. */
    private static final int SLOTS = 128;

    /** Found by the first and by the last id. Written without synchronization, as all of it is immutable. */
    private static final @Nullable WrittenText[] OF_LATE = new WrittenText[SLOTS];

    final String text;
    final VectorTimestamp timestamp;
    private final int firstId;
    private final int lastId;

    WrittenText(String text, VectorTimestamp timestamp) {
        this.text = text;
        this.timestamp = timestamp;
        this.firstId = IdHash.of(timestamp.base.members.id(0));
        this.lastId = IdHash.of(timestamp.base.members.id(timestamp.size() - 1));
    }

    /** Keeps a header, as this library writes it, for some time, if it is of a usual size. */
    static void remember(String text, VectorTimestamp timestamp) {
        if (text.length() > TextScanner.MAX_CHARS) {
            return;
        }
        WrittenText written = new WrittenText(text, timestamp);
        OF_LATE[slot(written.firstId)] = written;
        OF_LATE[slot(written.lastId)] = written;
    }

    /** One that begins or ends with the same node as another header, probably; null if there is none. */
    static @Nullable WrittenText like(int firstId, int lastId) {
        WrittenText written = OF_LATE[slot(firstId)];
        if (written != null && written.firstId == firstId) {
            return written;
        }
        written = OF_LATE[slot(lastId)];
        return written != null && written.lastId == lastId ? written : null;
    }

    private static int slot(int hash) {
        return (hash ^ (hash >>> 7) ^ (hash >>> 14)) & (SLOTS - 1);
    }
}
