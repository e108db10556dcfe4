// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.event;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an event did to a named resource.
 *
 * @param resource the resource, such as {@code product:42}, or a lock; any text
 * @param kind what was done to it
 * @param base the version that a write wrote over, if the log says so
 * @param version the version that a read saw or a write made, if the log says so
 */
public record Access(
        String resource,
        Kind kind,
        @Nullable String base,
        @Nullable String version) {
    /** What was done to the resource. */
    public enum Kind {
        /** The resource was read. */
        READ,
        /** The resource was written. */
        WRITE,
        /** The resource is a lock, and was acquired. */
        ACQUIRE,
        /** The resource is a lock, and was released. */
        RELEASE
    }

    public boolean isWrite() {
        return kind == Kind.WRITE;
    }

    /** Such as {@code write product:42 (8 over 7)}. */
    @Override
    public String toString() {
        String versions =
                version == null ? "" : base == null ? " (" + version + ")" : " (" + version + " over " + base + ")";
        return kind.name().toLowerCase(Locale.ROOT) + " " + resource + versions;
    }
}
