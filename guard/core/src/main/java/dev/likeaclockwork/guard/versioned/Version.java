// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.versioned;

import dev.likeaclockwork.Dot;
import java.util.Comparator;
import java.util.Objects;

/**
 * One written value, and the dot that names the write. Immutable if its value is.
 *
 * @param dot the name of the write. Its node is the store that accepted the write, the owner or a replica of the
 *     resource, and never a request
 * @param lamportTime a time greater than that of every version that the writer had read; never negative
 * @param value the written value
 */
public record Version<T>(Dot dot, long lamportTime, T value) {
    /** By Lamport time, then by node: a total order that agrees with causality (Lamport 1978). */
    static final Comparator<Version<?>> LAMPORT_ORDER = Comparator.<Version<?>>comparingLong(Version::lamportTime)
            .thenComparing(version -> version.dot().node())
            .thenComparingLong(version -> version.dot().counter());

    /**
     * Checks the parts.
     *
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if {@code lamportTime} is negative
     */
    public Version {
        Objects.requireNonNull(dot, "dot");
        Objects.requireNonNull(value, "value");
        if (lamportTime < 0) {
            throw new IllegalArgumentException("lamportTime must not be negative, but is " + lamportTime);
        }
    }

    /** Value and dot. */
    @Override
    public String toString() {
        return value + " (" + dot + ")";
    }
}
