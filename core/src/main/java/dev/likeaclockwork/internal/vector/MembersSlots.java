// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.vector;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A small table from hash to members. One slot holds the last members of its hash; a hash must be put twice before its
 * members are stored, so that the members of single requests are not kept and cause no writes to the old generation.
 *
 * <p>Thread-safe. Entries may be lost, and {@link #get} may return members of another hash: callers compare.
 */
public final class MembersSlots {
    /** A power of two. A service meets either a handful of memberships, or a new one with each request. */
    private static final int SIZE = 128;

    /** The hash of each slot, so that a miss is seen without following a reference. */
    private final int[] hashes = new int[SIZE];

    private final AtomicReferenceArray<@Nullable Members> members = new AtomicReferenceArray<>(SIZE);

    /** The members that were stored for a hash, probably; null if there are none. */
    public @Nullable Members get(int hash) {
        int slot = slot(hash);
        return hashes[slot] == hash ? members.getAcquire(slot) : null;
    }

    /** Stores the hash when it is put for the first time, and the members from the second time on. */
    public void put(int hash, Members value) {
        int slot = slot(hash);
        if (hashes[slot] == hash) {
            members.setRelease(slot, value);
        } else {
            hashes[slot] = hash;
        }
    }

    private static int slot(int hash) {
        return (hash ^ (hash >>> 16)) & (SIZE - 1);
    }
}
