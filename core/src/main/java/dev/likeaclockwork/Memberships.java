// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A bounded cache that makes equal memberships one object, from the second on, so that comparing two of them is
 * comparing references.
 *
 * <p>A missed or lost entry costs time, never correctness: memberships are compared by content where they are two
 * objects.
 */
final class Memberships {
    /*
     * Beside each thing stands its hash, so that a wrong one is seen without a look at it: what was not used for a while is not in the
     * processor's cache.
     */
    private static final Slots BY_IDS = new Slots();

    /**
     * By what can be seen of a membership in its encoded form without reading it all, such as the ends of its first and
     * last id.
     */
    private static final Slots BY_SIGNATURE = new Slots();

    private Memberships() {}

    static Membership intern(String[] sortedDistinctIds) {
        int hash = hash(sortedDistinctIds);
        Membership known = BY_IDS.get(hash);
        if (known != null && known.consistsOf(sortedDistinctIds)) {
            return known;
        }
        Membership membership = new Membership(sortedDistinctIds);
        BY_IDS.put(hash, membership);
        return membership;
    }

    /** The membership that an encoded timestamp of this signature probably has; the caller checks that it does. */
    static @Nullable Membership guess(int signature) {
        return BY_SIGNATURE.get(signature);
    }

    static void remember(int signature, Membership membership) {
        BY_SIGNATURE.put(signature, membership);
    }

    /** Made of the size and the ends, which tell memberships apart well enough. */
    private static int hash(String[] ids) {
        return ids.length == 0 ? 0 : 31 * (31 * ids.length + IdHash.of(ids[0])) + IdHash.of(ids[ids.length - 1]);
    }

    /** The last membership of each of some hashes, and probably of that hash. */
    private static final class Slots {
        /**
         * A power of two. A service sees a handful of memberships, or a new one with each request: then none repays.
         */
        private static final int SIZE = 128;

        private final int[] hashes = new int[SIZE];
        private final AtomicReferenceArray<@Nullable Membership> memberships = new AtomicReferenceArray<>(SIZE);

        @Nullable
        Membership get(int hash) {
            int slot = slot(hash);
            return hashes[slot] == hash ? memberships.getAcquire(slot) : null;
        }

        /**
         * Only the hash when it is put for the first time: of the nodes of single requests nothing is kept, nor written
         * to old memory.
         */
        void put(int hash, Membership membership) {
            int slot = slot(hash);
            if (hashes[slot] == hash) {
                memberships.setRelease(slot, membership);
            } else {
                hashes[slot] = hash;
            }
        }

        private static int slot(int hash) {
            return (hash ^ (hash >>> 16)) & (SIZE - 1);
        }
    }
}
