// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.sink;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An access of an event to a named resource. Immutable and thread-safe.
 *
 * @param resource the name of the resource, such as {@code product:42}; any text
 * @param kind the kind of access
 * @param base the version that a write replaced; null if unknown
 * @param version the version that a read returned or a write made, such as a row version, an ETag or a dot; null if
 *     unknown
 */
public record Access(
        String resource,
        Kind kind,
        @Nullable String base,
        @Nullable String version) {
    /** The kind of an access; the last two are for locks. */
    public enum Kind {
        /** A read. */
        READ("read"),
        /** A write. */
        WRITE("write"),
        /** The acquisition of a lock. */
        ACQUIRE("acquire"),
        /** The release of a lock. */
        RELEASE("release");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** The word for this kind in log lines. */
        public String text() {
            return text;
        }
    }

    /** Rejects a null resource or kind. */
    public Access {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(kind, "kind");
    }
}
