// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.vector;

import org.jspecify.annotations.Nullable;

/**
 * The entries that all timestamps of one clock between two receives share.
 *
 * <p>Between two receives only the node's own counter moves, so a timestamp is a shared vector and one number: the
 * owner's counter, which methods here take as {@code own}. Immutable and thread-safe.
 */
public final class SharedVector {
    public static final int NO_OWNER = -1;

    public final Members members;

    /** In the order of the members. The owner's entry is stale: the current one is the {@code own} of a timestamp. */
    public final long[] counters;

    /** The index of the node whose clock made this, or {@link #NO_OWNER} for a vector that was decoded or merged. */
    public final int owner;

    /** A header with the same entries, except for the owner's, which may differ or be absent; null if none is known. */
    public final @Nullable String text;

    /** Takes the array over. */
    public SharedVector(Members members, long[] counters, int owner, @Nullable String text) {
        this.members = members;
        this.counters = counters;
        this.owner = owner;
        this.text = text;
    }

    /** A vector without an owner; takes the array over. */
    public static SharedVector of(Members members, long[] counters) {
        return new SharedVector(members, counters, NO_OWNER, null);
    }

    /** A vector without an owner that was read from {@code text}; takes the array over. */
    public static SharedVector of(Members members, long[] counters, String text) {
        return new SharedVector(members, counters, NO_OWNER, text);
    }

    public int size() {
        return members.size();
    }

    /** The counter of an entry. */
    public long counter(int index, long own) {
        return index == owner ? own : counters[index];
    }

    /** The header that this vector was read from; null if there is none. */
    public @Nullable String receivedText() {
        return owner < 0 ? text : null;
    }

    /** This vector raised to the entries of another one; this very object where that changes nothing. */
    public SharedVector join(SharedVector remote, long remoteOwn) {
        Members union = members.union(remote.members);
        if (union == members) {
            long[] theirs = remote.alignedTo(union, remoteOwn);
            return knows(theirs) ? this : new SharedVector(union, raised(theirs), owner, null);
        }
        int place = union.indexOf(members.id(owner));
        if (union == remote.members) {
            long[] theirs = remote.alignedTo(union, remoteOwn);
            if (members.areWithin(counters, owner, union, theirs)) {
                return new SharedVector(union, theirs, place, remote.receivedText());
            }
        }
        long[] joined = members.align(counters, union);
        remote.raise(joined, union, remoteOwn);
        return new SharedVector(union, joined, place, null);
    }

    /** The counters in the order of members that contain this vector's; to be read only. */
    public long[] alignedTo(Members superset, long own) {
        boolean exact = owner < 0 || counters[owner] == own;
        if (exact && superset == members) {
            return counters;
        }
        long[] aligned = members.align(counters, superset);
        if (owner >= 0) {
            aligned[ownerIn(superset)] = own;
        }
        return aligned;
    }

    /** Raises counters in the order of members that contain this vector's to the entries of this vector. */
    public void raise(long[] raised, Members superset, long own) {
        if (owner < 0) {
            members.raise(raised, superset, counters);
        } else {
            int place = ownerIn(superset);
            long owners = Math.max(raised[place], own);
            members.raise(raised, superset, counters);
            raised[place] = owners;
        }
    }

    private int ownerIn(Members superset) {
        return superset == members ? owner : superset.indexOf(members.id(owner));
    }

    private long[] raised(long[] theirs) {
        long[] raised = counters.clone();
        Counters.raise(raised, theirs);
        return raised;
    }

    private boolean knows(long[] theirs) {
        return !Counters.anyAbove(theirs, counters, 0, owner)
                && !Counters.anyAbove(theirs, counters, owner + 1, theirs.length);
    }
}
