// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Repeated header lines as the one that they mean (RFC 9110, section 5.3). */
final class JoinedLines {
    private JoinedLines() {}

    /** The lines with commas between; null if there is none. What is over {@code maxChars} is not looked at. */
    static @Nullable String of(@Nullable Iterator<String> lines, int maxChars) {
        if (lines == null || !lines.hasNext()) {
            return null;
        }
        String first = lines.next();
        if (!lines.hasNext()) {
            return first;
        }
        StringBuilder joined = new StringBuilder(first);
        while (lines.hasNext() && joined.length() <= maxChars) {
            joined.append(',').append(lines.next());
        }
        return joined.toString();
    }
}
