// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.rules;

import java.util.List;

/**
 * What became of a rule.
 *
 * @param rule the rule
 * @param status whether it holds
 * @param reason why, in words; empty if there is nothing to say
 * @param witnesses the events that show it; empty if none do
 */
public record Outcome(Rule rule, Status status, String reason, List<Witness> witnesses) {
    /** Whether a rule holds. */
    public enum Status {
        /** It holds, in all that happened. */
        HOLDS,
        /** It is broken for sure. */
        VIOLATED,
        /** Something that is missing from the logs, or contradicts itself, may keep or break it. */
        UNDECIDED
    }

    /**
     * An event of a counter-example.
     *
     * @param event its number in the graph
     * @param role what it has to do with it, in words
     */
    public record Witness(int event, String role) {}
}
