// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.verdict;

/**
 * Limits of what is remembered of one key. Evidence beyond a limit is forgotten, oldest first; an event whose verdict
 * would need it is {@link Verdict#UNKNOWN}.
 *
 * <p>Immutable; the {@code with} methods return changed copies.
 *
 * @param nodes the number of nodes with dots, and of nodes in each bound of forgotten events; at least 1
 * @param ranges the number of ranges of consecutive dots, of all nodes together; at least 1
 * @param ids the number of event ids; at least 1
 * @param frontier the number of maximal timestamps, and of events whose effects are running or in doubt; at least 1
 */
public record GuardLimits(int nodes, int ranges, int ids, int frontier) {
    /** 64 nodes, 256 ranges, 256 ids and 32 maximal timestamps: a few kilobytes for a key that reaches all limits. */
    public static final GuardLimits DEFAULT = new GuardLimits(64, 256, 256, 32);

    /**
     * Checks all parts.
     *
     * @throws IllegalArgumentException if one is below 1
     */
    public GuardLimits {
        check("nodes", nodes);
        check("ranges", ranges);
        check("ids", ids);
        check("frontier", frontier);
    }

    private static void check(String parameter, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException(parameter + " must be at least 1, but is " + limit);
        }
    }

    /** These limits with another number of nodes. */
    public GuardLimits withNodes(int nodes) {
        return new GuardLimits(nodes, ranges, ids, frontier);
    }

    /** These limits with another number of ranges. */
    public GuardLimits withRanges(int ranges) {
        return new GuardLimits(nodes, ranges, ids, frontier);
    }

    /** These limits with another number of ids. */
    public GuardLimits withIds(int ids) {
        return new GuardLimits(nodes, ranges, ids, frontier);
    }

    /** These limits with another number of maximal timestamps. */
    public GuardLimits withFrontier(int frontier) {
        return new GuardLimits(nodes, ranges, ids, frontier);
    }
}
