// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.history;

import java.util.Arrays;

/**
 * Sets of positive numbers as arrays of ranges: the first and the last number of each range, ascending, with a gap
 * between any two ranges. No method modifies an array.
 */
final class Ranges {
    static final long[] NONE = {};

    private Ranges() {}

    static boolean contains(long[] ranges, long number) {
        int after = firstAfter(ranges, number);
        return after > 0 && number <= ranges[after - 1];
    }

    static long[] with(long[] ranges, long number) {
        int after = firstAfter(ranges, number);
        boolean joinsPrevious = after > 0 && number <= ranges[after - 1] + 1;
        boolean joinsNext = after < ranges.length && ranges[after] == number + 1;
        if (joinsPrevious) {
            return joinsNext ? bridged(ranges, after) : extended(ranges, after - 1, number);
        }
        return joinsNext ? extended(ranges, after, number) : inserted(ranges, after, number);
    }

    /** The numbers above {@code number}. */
    static long[] above(long[] ranges, long number) {
        int after = firstAfter(ranges, number);
        boolean cuts = after > 0 && number < ranges[after - 1];
        long[] above = Arrays.copyOfRange(ranges, cuts ? after - 2 : after, ranges.length);
        if (cuts) {
            above[0] = number + 1;
        }
        return above;
    }

    /** The index of the first range that starts after a number. Scans from the end, where most numbers belong. */
    private static int firstAfter(long[] ranges, long number) {
        int at = ranges.length;
        while (at > 0 && ranges[at - 2] > number) {
            at -= 2;
        }
        return at;
    }

    /** The ranges with one end moved to a number; unchanged if the number is inside the range. */
    private static long[] extended(long[] ranges, int end, long number) {
        if (number < ranges[end] && end % 2 == 1) {
            return ranges;
        }
        long[] extended = ranges.clone();
        extended[end] = number;
        return extended;
    }

    private static long[] bridged(long[] ranges, int after) {
        long[] bridged = new long[ranges.length - 2];
        System.arraycopy(ranges, 0, bridged, 0, after - 1);
        System.arraycopy(ranges, after + 1, bridged, after - 1, ranges.length - after - 1);
        return bridged;
    }

    private static long[] inserted(long[] ranges, int at, long number) {
        long[] inserted = new long[ranges.length + 2];
        System.arraycopy(ranges, 0, inserted, 0, at);
        inserted[at] = number;
        inserted[at + 1] = number;
        System.arraycopy(ranges, at, inserted, at + 2, ranges.length - at);
        return inserted;
    }
}
