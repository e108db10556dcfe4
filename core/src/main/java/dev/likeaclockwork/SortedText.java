// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import dev.likeaclockwork.wire.WireLimits;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text form of nodes that nobody saw before, if it is as this library writes it: sorted, and without blanks
 * or leading zeros. What is written otherwise, or wrong, is for {@link TextEntries}, which tells why.
 */
final class SortedText {
    private static final Spare<TextScanner> SCANNERS = new Spare<>(TextScanner::new);

    private SortedText() {}

    /**
     * Null if the text is for the careful reader.
     *
     * @param written a header that this one may answer to, if there is one
     */
    static @Nullable VectorTimestamp read(String text, WireLimits limits, @Nullable WrittenText written) {
        if (text.length() > Math.min(TextScanner.MAX_CHARS, limits.maxBytes())) {
            return null;
        }
        int maxEntries = Math.min(TextScanner.MAX_ENTRIES, limits.maxEntries());
        TextScanner scanner = SCANNERS.take();
        VectorTimestamp read = scanner.load(text) ? read(scanner, text, maxEntries, written) : null;
        SCANNERS.give(scanner);
        return read;
    }

    private static @Nullable VectorTimestamp read(
            TextScanner scanner, String text, int maxEntries, @Nullable WrittenText written) {
        VectorTimestamp echoed = written == null ? null : EchoedText.read(scanner, text, written, maxEntries);
        return echoed == null ? readAll(scanner, text, maxEntries) : echoed;
    }

    private static @Nullable VectorTimestamp readAll(TextScanner scanner, String text, int maxEntries) {
        int size = scanner.scan(0, 0, text.length() + 1, maxEntries);
        return size < 0 ? null : timestamp(scanner, text, size);
    }

    private static VectorTimestamp timestamp(TextScanner scanner, String text, int size) {
        String[] ids = new String[size];
        for (int i = 0; i < size; i++) {
            ids[i] = scanner.id(text, i);
        }
        return VectorTimestamp.of(Memberships.intern(ids), Arrays.copyOf(scanner.counters, size), text);
    }
}
