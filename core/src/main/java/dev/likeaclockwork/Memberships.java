// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A bounded cache that makes equal memberships one object, so that comparing two of them is comparing references.
 *
 * <p>A missed or lost entry costs time, never correctness: memberships are compared by content where they are two objects.
 */
final class Memberships {
    /** A power of two. A service sees a handful of memberships, or a new one with each request: then none repays. */
    private static final int SLOTS = 128;

    private static final AtomicReferenceArray<Membership> CACHE = new AtomicReferenceArray<>(SLOTS);

    private Memberships() {}

    static Membership intern(String[] sortedDistinctIds) {
        int slot = Arrays.hashCode(sortedDistinctIds) & (SLOTS - 1);
        Membership known = CACHE.get(slot);
        if (known != null && known.consistsOf(sortedDistinctIds)) {
            return known;
        }
        Membership membership = new Membership(sortedDistinctIds);
        CACHE.set(slot, membership);
        return membership;
    }
}
