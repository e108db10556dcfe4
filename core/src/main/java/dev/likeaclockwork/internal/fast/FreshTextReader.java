// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.fast;

import dev.likeaclockwork.internal.bytes.BufferPool;
import dev.likeaclockwork.internal.vector.MembersCache;
import dev.likeaclockwork.internal.vector.SharedVector;
import dev.likeaclockwork.wire.WireLimits;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text form of nodes that were never seen before, provided that it has the form which this library writes:
 * sorted, without blanks and leading zeros. Leaves any other text, malformed text included, to the careful reader.
 */
public final class FreshTextReader {
    private static final BufferPool<TextScanner> SCANNERS = new BufferPool<>(TextScanner::new);

    private FreshTextReader() {}

    /** Reads a header; null if it is for the careful reader. */
    public static @Nullable SharedVector read(String text, WireLimits limits) {
        if (text.length() > Math.min(TextScanner.MAX_CHARS, limits.maxBytes())) {
            return null;
        }
        int maxEntries = Math.min(TextScanner.MAX_ENTRIES, limits.maxEntries());
        TextScanner scanner = SCANNERS.take();
        SharedVector read = scanner.load(text) ? readAll(scanner, text, maxEntries) : null;
        SCANNERS.give(scanner);
        return read;
    }

    private static @Nullable SharedVector readAll(TextScanner scanner, String text, int maxEntries) {
        int size = scanner.scan(text.length() + 1, maxEntries);
        return size < 0 ? null : timestamp(scanner, text, size);
    }

    private static SharedVector timestamp(TextScanner scanner, String text, int size) {
        String[] ids = new String[size];
        for (int i = 0; i < size; i++) {
            ids[i] = scanner.id(text, i);
        }
        return SharedVector.of(MembersCache.intern(ids), Arrays.copyOf(scanner.counters, size), text);
    }
}
