// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import dev.likeaclockwork.internal.vector.NodeId;

/**
 * The name of one event: its node and its number there, which is the entry that the event's own node has in the event's
 * vector timestamp (Preguiça et al. 2010). Immutable and thread-safe.
 *
 * @param node the id of the node: 1 to 128 visible ASCII characters other than {@code ,} and {@code =}
 * @param counter the number of the event on its node, from 1
 */
public record Dot(String node, long counter) {
    /**
     * Checks both parts.
     *
     * @throws NullPointerException if {@code node} is null
     * @throws IllegalArgumentException if {@code node} is no node id, or {@code counter} is below 1
     */
    public Dot {
        NodeId.check("node", node);
        if (counter < 1) {
            throw new IllegalArgumentException("counter of node '" + node + "' must be at least 1, but is " + counter);
        }
    }

    /** The text form, {@code node:counter}. */
    @Override
    public String toString() {
        return node + ":" + counter;
    }
}
