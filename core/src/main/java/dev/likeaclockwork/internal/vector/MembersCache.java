// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.vector;

/**
 * A bounded cache that makes equal memberships one object, from the second on, so that comparing two of them is
 * comparing references.
 *
 * <p>A missed or lost entry costs time, never correctness: memberships are compared by content where they are two
 * objects.
 */
public final class MembersCache {
    private static final MembersSlots BY_IDS = new MembersSlots();

    private MembersCache() {}

    public static Members intern(String[] sortedDistinctIds) {
        int hash = hash(sortedDistinctIds);
        Members known = BY_IDS.get(hash);
        if (known != null && known.consistsOf(sortedDistinctIds)) {
            return known;
        }
        Members membership = new Members(sortedDistinctIds);
        BY_IDS.put(hash, membership);
        return membership;
    }

    /** Made of the size and the ends, which tell memberships apart well enough. */
    private static int hash(String[] ids) {
        return ids.length == 0 ? 0 : 31 * (31 * ids.length + IdHash.of(ids[0])) + IdHash.of(ids[ids.length - 1]);
    }
}
