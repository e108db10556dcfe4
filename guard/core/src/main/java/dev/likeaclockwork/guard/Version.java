// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import java.util.Comparator;
import java.util.Objects;

/**
 * One value that was written, and the dot that names the write. Immutable if its value is.
 *
 * @param dot the node that accepted it, which is the owner or a replica of what was written and never a request, and
 *     its number there
 * @param lamportTime larger than that of every version that its writer knew
 * @param value what was written
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
