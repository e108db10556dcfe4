// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.sink;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an event did to a named resource. Immutable and thread-safe.
 *
 * @param resource names it, such as {@code product:42}; any text
 * @param kind what was done to it
 * @param base the version that a write wrote over; null if unknown
 * @param version the version that a read saw or a write made: a row version, an ETag, a dot; null if unknown
 */
public record Access(
        String resource,
        Kind kind,
        @Nullable String base,
        @Nullable String version) {
    /** What can be done to a resource; the last two to a lock. */
    public enum Kind {
        /** It was read. */
        READ("read"),
        /** It was written. */
        WRITE("write"),
        /** The lock was acquired. */
        ACQUIRE("acquire"),
        /** The lock was released. */
        RELEASE("release");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** As log lines have it. */
        public String text() {
            return text;
        }
    }

    /** Checks that resource and kind are there. */
    public Access {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(kind, "kind");
    }
}
