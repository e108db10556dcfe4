// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.wire;

/**
 * How much of a carrier a transport is willing to read for one timestamp. What is over a limit is malformed, and is
 * refused before anything is split or allocated. This record is immutable and thread-safe.
 *
 * @param maxEntries the largest number of entries of a vector timestamp; at least 1
 * @param maxBytes the largest size of one header's value, in characters of a text or bytes of a binary value; at least
 *     1
 */
public record WireLimits(int maxEntries, int maxBytes) {
    /** The largest counter, and the largest Lamport time, that travels: exact in JSON everywhere. Not configurable. */
    public static final long MAX_COUNTER = (1L << 53) - 1;

    /** 256 entries and 8 KiB, what common servers allow for all headers together. */
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

    public void checkSize(String header, int size) {
        if (size > maxBytes) {
            throw new MalformedCausalityException(header, -1, "size " + size + " is over the limit of " + maxBytes);
        }
    }

    public void checkEntries(String header, int entries, int position) {
        if (entries > maxEntries) {
            throw new MalformedCausalityException(
                    header, position, "the number of entries is over the limit of " + maxEntries);
        }
    }
}
