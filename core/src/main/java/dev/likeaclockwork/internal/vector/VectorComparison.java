// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.vector;

/**
 * The comparison of two vectors, entry by entry, in the terms of {@link Counters#compare(long[], long[], int, int)}.
 */
public final class VectorComparison {
    private VectorComparison() {}

    /** Each vector comes with its owner's counter. */
    public static int of(SharedVector a, long ownOfA, SharedVector b, long ownOfB) {
        if (a == b) {
            return Counters.compare(ownOfA, ownOfB);
        }
        return a.members.hasSameIds(b.members) ? ofSameIds(a, ownOfA, b, ownOfB) : ofOtherIds(a, ownOfA, b, ownOfB);
    }

    /**
     * Compares the owners' entries, which are stale in the arrays, one by one, and the ranges between them as arrays.
     */
    private static int ofSameIds(SharedVector a, long ownOfA, SharedVector b, long ownOfB) {
        int low = Math.min(a.owner, b.owner);
        int high = Math.max(a.owner, b.owner);
        int comparison = ofRange(a, b, 0, Math.max(low, 0));
        comparison |= ofRange(a, b, low + 1, Math.max(high, 0));
        comparison |= ofRange(a, b, high + 1, a.size());
        comparison |= low < 0 ? 0 : Counters.compare(a.counter(low, ownOfA), b.counter(low, ownOfB));
        comparison |= high < 0 ? 0 : Counters.compare(a.counter(high, ownOfA), b.counter(high, ownOfB));
        return comparison;
    }

    private static int ofRange(SharedVector a, SharedVector b, int from, int to) {
        return Counters.compare(a.counters, b.counters, from, to);
    }

    /** Walks both sorted lists of members at once; an absent entry counts 0. */
    private static int ofOtherIds(SharedVector a, long ownOfA, SharedVector b, long ownOfB) {
        int comparison = 0;
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            int order = i == a.size() ? 1 : j == b.size() ? -1 : a.members.id(i).compareTo(b.members.id(j));
            long here = order <= 0 ? a.counter(i++, ownOfA) : 0;
            long there = order >= 0 ? b.counter(j++, ownOfB) : 0;
            comparison |= Counters.compare(here, there);
        }
        return comparison;
    }
}
