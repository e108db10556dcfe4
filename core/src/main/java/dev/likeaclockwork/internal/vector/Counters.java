// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.vector;

import dev.likeaclockwork.wire.WireLimits;

/**
 * The range of counters, and the loops over arrays of them.
 *
 * <p>The loops are written so that the compiler turns them into vector instructions: no branch and no call inside, and
 * differences instead of comparisons. A difference of two counters cannot overflow, because no counter is negative.
 */
public final class Counters {
    /**
     * The largest count that a clock takes from a peer for its own entry, or for a Lamport time. Counting there
     * honestly takes 142 years at a million events a second; more is forged, and would push the clock out of the wire's
     * range.
     */
    public static final long MAX_CLAIM = 1L << 52;

    /** Entries that are compared together. */
    private static final int BLOCK = 32;

    private static final int BEHIND = 1;
    private static final int AHEAD = 2;

    private Counters() {}

    /** Refuses a negative counter, naming {@code parameter} and the value. */
    public static void check(String parameter, long counter) {
        if (counter < 0) {
            throw new IllegalArgumentException(parameter + " must not be negative, but is " + counter);
        }
    }

    /** Refuses a counter that may not travel. */
    public static void checkOnWire(String node, long counter) {
        if (counter > WireLimits.MAX_COUNTER) {
            throw new IllegalArgumentException(
                    "counter " + counter + " of node '" + node + "' is above 2^53-1 and cannot be written");
        }
    }

    /** How {@code a} compares with {@code b} in a range: 0, or {@link #BEHIND}, {@link #AHEAD}, or both. */
    public static int compare(long[] a, long[] b, int from, int to) {
        long behind = 0;
        long ahead = 0;
        for (int i = from; i < to; i++) {
            behind |= a[i] - b[i];
            ahead |= b[i] - a[i];
        }
        return signs(behind, ahead);
    }

    /** How one counter compares with another, in the terms of {@link #compare(long[], long[], int, int)}. */
    public static int compare(long a, long b) {
        return signs(a - b, b - a);
    }

    /** Whether some entry is smaller than its counterpart, given the comparisons of all entries combined by "or". */
    public static boolean isBehind(int comparison) {
        return (comparison & BEHIND) != 0;
    }

    /** Whether some entry is larger than its counterpart, given the comparisons of all entries combined by "or". */
    public static boolean isAhead(int comparison) {
        return (comparison & AHEAD) != 0;
    }

    /**
     * Whether some entry of {@code a} is above that of {@code b} in a range; looks no further than the block of the
     * first.
     */
    public static boolean anyAbove(long[] a, long[] b, int from, int to) {
        for (int start = from; start < to; start += BLOCK) {
            if ((compare(a, b, start, Math.min(start + BLOCK, to)) & AHEAD) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Raises each counter to the one that stands in its place in another array. */
    public static void raise(long[] raised, long[] counters) {
        for (int i = 0; i < raised.length; i++) {
            raised[i] = Math.max(raised[i], counters[i]);
        }
    }

    private static int signs(long behind, long ahead) {
        return ((int) (behind >>> 63) * BEHIND) | ((int) (ahead >>> 63) * AHEAD);
    }
}
