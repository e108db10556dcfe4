// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.propagation;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Combines the lines of a repeated header into one value (RFC 9110, section 5.3). */
final class RepeatedHeader {
    private RepeatedHeader() {}

    /** Joins the lines with commas; null if there are none. Stops reading once the value exceeds {@code maxChars}. */
    static @Nullable String join(@Nullable Iterator<String> lines, int maxChars) {
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
