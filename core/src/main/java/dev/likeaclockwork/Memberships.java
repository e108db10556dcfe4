// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A bounded cache that makes equal memberships one object, so that comparing two of them is comparing references.
 *
 * <p>A missed or lost entry costs time, never correctness: memberships are compared by content where they are two objects.
 */
final class Memberships {
    /** A power of two. A service sees a handful of memberships, or a new one with each request: then none repays. */
    private static final int SLOTS = 128;

    private static final AtomicReferenceArray<Membership> BY_IDS = new AtomicReferenceArray<>(SLOTS);

    /** By what can be seen of a membership in its encoded form without reading it all. */
    private static final AtomicReferenceArray<Membership> BY_SIGNATURE = new AtomicReferenceArray<>(SLOTS);

    private Memberships() {}

    static Membership intern(String[] sortedDistinctIds) {
        int slot = slot(hash(sortedDistinctIds));
        Membership known = BY_IDS.get(slot);
        if (known != null && known.consistsOf(sortedDistinctIds)) {
            return known;
        }
        Membership membership = new Membership(sortedDistinctIds);
        BY_IDS.set(slot, membership);
        return membership;
    }

    /** The membership that an encoded timestamp of this signature probably has; the caller checks that it does. */
    static @Nullable Membership guess(int signature) {
        return BY_SIGNATURE.get(slot(signature));
    }

    static void remember(int signature, Membership membership) {
        BY_SIGNATURE.set(slot(signature), membership);
    }

    /** Made of the size and the ends, which tell memberships apart well enough. */
    private static int hash(String[] ids) {
        return ids.length == 0 ? 0 : 31 * (31 * ids.length + ids[0].hashCode()) + ids[ids.length - 1].hashCode();
    }

    private static int slot(int hash) {
        return (hash ^ (hash >>> 16)) & (SLOTS - 1);
    }
}
