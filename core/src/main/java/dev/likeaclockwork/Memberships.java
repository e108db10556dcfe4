// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A bounded cache that makes equal memberships one object, so that comparing two of them is comparing references, and ids that
 * were read of late one string.
 *
 * <p>A missed or lost entry costs time, never correctness: memberships are compared by content where they are two objects.
 */
final class Memberships {
    /*
     * Beside each thing stands its hash, so that a wrong one is seen without a look at it: what was not used for a while is not in the
     * processor's cache.
     */
    private static final Slots BY_IDS = new Slots();

    /** By what can be seen of a membership in its encoded form without reading it all. */
    private static final Slots BY_SIGNATURE = new Slots();

    /** A power of two: the ids of some dozens of requests, because what a request brought comes again with its answers. */
    private static final int ID_SLOTS = 1024;

    /** Ids that were read of late. Written without synchronization, as all is here: a lost write costs another string. */
    private static final @Nullable String[] IDS = new String[ID_SLOTS];

    private static final int[] ID_HASHES = new int[ID_SLOTS];

    /** Random ids differ in their ends. */
    private static final int HASHED_CHARS = 7;

    private Memberships() {}

    /** The id that is a part of a text, or the whole of it: then the very text, unless an equal one is known. */
    static String id(String text, int start, int end) {
        int hash = 0;
        for (int i = Math.max(start, end - HASHED_CHARS); i < end; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        int slot = (hash ^ (hash >>> 10)) & (ID_SLOTS - 1);
        String known = ID_HASHES[slot] == hash ? IDS[slot] : null;
        if (known == null || known.length() != end - start || !text.startsWith(known, start)) {
            known = text.substring(start, end);
            IDS[slot] = known;
            ID_HASHES[slot] = hash;
        }
        return known;
    }

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
        return ids.length == 0 ? 0 : 31 * (31 * ids.length + ids[0].hashCode()) + ids[ids.length - 1].hashCode();
    }

    /** The last membership of each of some hashes, and probably of that hash. */
    private static final class Slots {
        /** A power of two. A service sees a handful of memberships, or a new one with each request: then none repays. */
        private static final int SIZE = 128;

        private final int[] hashes = new int[SIZE];
        private final AtomicReferenceArray<@Nullable Membership> memberships = new AtomicReferenceArray<>(SIZE);

        @Nullable
        Membership get(int hash) {
            int slot = slot(hash);
            return hashes[slot] == hash ? memberships.getAcquire(slot) : null;
        }

        void put(int hash, Membership membership) {
            int slot = slot(hash);
            hashes[slot] = hash;
            memberships.setRelease(slot, membership);
        }

        private static int slot(int hash) {
            return (hash ^ (hash >>> 16)) & (SIZE - 1);
        }
    }
}
