// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

/**
 * One event of an {@link Execution}.
 *
 * @param kind what the event is
 * @param node the id of the node that records it
 * @param previous the place of the node's event before this one in the execution; -1 for its first event
 * @param message for a receive: the place of the send whose message it takes; -1 for other events
 * @param restarted whether the node's process ended before this event and starts anew with it, knowing only its last timestamp
 */
public record Step(Kind kind, String node, int previous, int message, boolean restarted) {
    /** What a node can do. */
    public enum Kind {
        /** An event inside the node. */
        TICK,
        /** The sending of a message, which any number of receives may take, or none. */
        SEND,
        /** The receipt of a message. */
        RECEIVE
    }
}
