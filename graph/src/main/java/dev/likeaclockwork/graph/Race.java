// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import java.util.List;

/**
 * Two concurrent accesses of one resource, at least one of them a write.
 *
 * @param kind how bad it is, and how sure
 * @param resource what both accessed
 * @param first the event that comes first in the causal order
 * @param second the other event
 * @param lastCommonCauses the last events that both know of; empty if they share nothing
 */
public record Race(Kind kind, String resource, int first, int second, List<Integer> lastCommonCauses) {
    /** The classes of races, the worst one first. */
    public enum Kind {
        /** Both wrote over the same version: one of the two writes is gone. */
        LOST_UPDATE,
        /** One read what the other was writing; the versions are known. */
        CONFLICTING_READ_AND_WRITE,
        /** Nothing in the vectors orders the two, but the log has no versions that would prove a conflict. */
        NOT_PROVEN
    }
}
