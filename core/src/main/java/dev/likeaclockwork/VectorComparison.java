// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

/**
 * How two vector timestamps compare, entry by entry, in the terms of {@link Counters#compare(long[], long[], int,
 * int)}.
 */
final class VectorComparison {
    private VectorComparison() {}

    static int of(VectorTimestamp a, VectorTimestamp b) {
        if (a.base == b.base) {
            return Counters.compare(a.own, b.own);
        }
        return a.base.members == b.base.members ? ofSameMembers(a, b) : ofOtherMembers(a, b);
    }

    /**
     * Compares the owners' entries, which are stale in the arrays, one by one, and the ranges between them as arrays.
     */
    private static int ofSameMembers(VectorTimestamp a, VectorTimestamp b) {
        int low = Math.min(a.base.owner, b.base.owner);
        int high = Math.max(a.base.owner, b.base.owner);
        int comparison = ofRange(a, b, 0, Math.max(low, 0));
        comparison |= ofRange(a, b, low + 1, Math.max(high, 0));
        comparison |= ofRange(a, b, high + 1, a.size());
        comparison |= low < 0 ? 0 : Counters.compare(a.counter(low), b.counter(low));
        comparison |= high < 0 ? 0 : Counters.compare(a.counter(high), b.counter(high));
        return comparison;
    }

    private static int ofRange(VectorTimestamp a, VectorTimestamp b, int from, int to) {
        return Counters.compare(a.base.counters, b.base.counters, from, to);
    }

    /** Walks both sorted memberships at once; an absent entry counts 0. */
    private static int ofOtherMembers(VectorTimestamp a, VectorTimestamp b) {
        int comparison = 0;
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            int order = i == a.size()
                    ? 1
                    : j == b.size() ? -1 : a.base.members.id(i).compareTo(b.base.members.id(j));
            long here = order <= 0 ? a.counter(i++) : 0;
            long there = order >= 0 ? b.counter(j++) : 0;
            comparison |= Counters.compare(here, there);
        }
        return comparison;
    }
}
