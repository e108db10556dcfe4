// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.findings;

import java.util.List;

/**
 * Concurrent accesses of one resource by two services, at least one of each pair a write.
 *
 * <p>All pairs of one kind between the same two services are one race, so that a cascade counts once; the pair that
 * comes first stands for all.
 *
 * @param kind how bad it is, and how sure
 * @param resource what both accessed
 * @param first the access of the first pair that comes first in the order of the graph
 * @param second the other access of that pair
 * @param pairs how many such pairs there are; where a resource has more than a million, as many as were looked at
 * @param lastCommonCauses the last events that both accesses of the first pair know of; empty if they share nothing
 */
public record Race(Kind kind, String resource, int first, int second, long pairs, List<Integer> lastCommonCauses) {
    /** The classes of races, the worst one first. */
    public enum Kind {
        /** Both wrote over the same version: one of the two writes is gone. */
        LOST_UPDATE,
        /** One read the version that the other wrote over. */
        CONFLICTING_READ_AND_WRITE,
        /** Nothing in the logs orders the two, but not both have versions that would prove a conflict. */
        NOT_PROVEN,
        /** Nothing in the logs orders the two, but something that is missing from them may. */
        UNKNOWN
    }
}
