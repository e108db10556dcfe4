// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

/**
 * One event of an {@link Execution}: which node did what, and which two steps came directly before.
 *
 * <p>Steps are named by their place in the execution, from 0; both predecessors have smaller places. This record is
 * immutable.
 *
 * @param node the id of the node
 * @param verb what the node did
 * @param previous the step that this node goes on after: its last one, or for a member that was forked off, its
 *     parent's; {@link #NONE} for the first step of a member that knows nothing
 * @param message the send whose message was received; {@link #NONE} unless the verb is {@link Verb#RECEIVE}
 * @param resumed whether the clock was lost since {@code previous} and is resumed from that step's timestamp: the node
 *     was restarted, or is forked off here
 */
public record ExecutionStep(String node, Verb verb, int previous, int message, boolean resumed) {
    /** The place of no step. */
    public static final int NONE = -1;
}
