// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.wire;

import dev.likeaclockwork.wire.MalformedCausalityException.Kind;

/**
 * The largest timestamp that a transport reads from a carrier. A larger one is malformed, and is rejected before
 * anything is split or allocated. This record is immutable and thread-safe.
 *
 * @param maxEntries the largest number of entries of a vector timestamp; at least 1
 * @param maxBytes the largest size of one header's value, in characters of a text or bytes of a binary value; at least
 *     1
 */
public record WireLimits(int maxEntries, int maxBytes) {
    /** The largest counter, and the largest Lamport time, on the wire, exact in JSON everywhere. Not configurable. */
    public static final long MAX_COUNTER = (1L << 53) - 1;

    /** 256 entries and 8 KiB, which is the size that common servers allow for all headers together. */
    public static final WireLimits DEFAULT = new WireLimits(256, 8192);

    /**
     * Checks both limits.
     *
     * @throws IllegalArgumentException if a limit is below 1
     */
    public WireLimits {
        checkPositive("maxEntries", maxEntries);
        checkPositive("maxBytes", maxBytes);
    }

    private static void checkPositive(String parameter, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(parameter + " must be at least 1, but is " + value);
        }
    }

    /**
     * Checks the size of a header's value before it is read.
     *
     * @throws MalformedCausalityException of kind {@code TOO_LARGE} if {@code size} is over the limit
     */
    public void checkSize(String header, int size) {
        if (size > maxBytes) {
            throw new MalformedCausalityException(
                    Kind.TOO_LARGE, header, -1, "size " + size + " is over the limit of " + maxBytes);
        }
    }

    /**
     * Checks the number of a vector's entries while it is read.
     *
     * @param position the characters or bytes before the first entry over the limit, or -1 if it has no place
     * @throws MalformedCausalityException of kind {@code TOO_MANY_ENTRIES} if {@code entries} is over the limit
     */
    public void checkEntries(String header, int entries, int position) {
        if (entries > maxEntries) {
            throw new MalformedCausalityException(
                    Kind.TOO_MANY_ENTRIES,
                    header,
                    position,
                    "the number of entries is over the limit of " + maxEntries);
        }
    }
}
