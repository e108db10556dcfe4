// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import org.jspecify.annotations.Nullable;

/**
 * An event's read or write of a named resource.
 *
 * @param resource the resource, such as {@code product:42}; any text
 * @param kind whether it was read or written
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
        WRITE
    }

    boolean isWrite() {
        return kind == Kind.WRITE;
    }

    /** Such as {@code write product:42 (8 over 7)}. */
    @Override
    public String toString() {
        String versions =
                version == null ? "" : base == null ? " (" + version + ")" : " (" + version + " over " + base + ")";
        return (isWrite() ? "write " : "read ") + resource + versions;
    }
}
