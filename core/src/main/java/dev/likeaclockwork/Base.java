// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import org.jspecify.annotations.Nullable;

/**
 * What a node knows of the others between two receives: shared by every timestamp that it hands out meanwhile.
 *
 * <p>Between two receives only the node's own counter moves, so a timestamp is a base and one number. Immutable.
 */
final class Base {
    static final int NO_OWNER = -1;

    final Membership members;

    /** In the order of the members; the owner's entry is stale: the live one stands in each timestamp. */
    final long[] counters;

    /**
     * The place of the node that counts on, or {@link #NO_OWNER} for a timestamp that no clock of this process made.
     */
    final int owner;

    /** A header that says the same, but for the owner's entry, which it need not have; null if there is none. */
    final @Nullable String text;

    Base(Membership members, long[] counters, int owner, @Nullable String text) {
        this.members = members;
        this.counters = counters;
        this.owner = owner;
        this.text = text;
    }

    /** This base with what {@code remote} knows of the other nodes; this very object where that is nothing new. */
    Base join(VectorTimestamp remote) {
        Membership union = members.union(remote.base.members);
        if (union == members) {
            long[] theirs = remote.alignedTo(union);
            return knows(theirs) ? this : new Base(union, raised(theirs), owner, null);
        }
        int place = union.indexOf(members.id(owner));
        if (union == remote.base.members) {
            long[] theirs = remote.alignedTo(union);
            if (members.areWithin(counters, owner, union, theirs)) {
                return new Base(union, theirs, place, remote.text());
            }
        }
        long[] joined = members.align(counters, union);
        remote.raise(joined, union);
        return new Base(union, joined, place, null);
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
