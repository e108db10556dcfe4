// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event as a log has it.
 *
 * @param node the line of events it belongs to; any text
 * @param vector the events of each node that it knows of, itself included; a node without an entry counts 0
 * @param label what happened, for people: an event type or a message
 * @param time when it happened by the node's own wall clock, if the log says so
 * @param access what it read or wrote, if the log says so
 * @param position where it stands
 */
public record LoggedEvent(
        String node,
        Map<String, Long> vector,
        String label,
        @Nullable Instant time,
        @Nullable Access access,
        Position position) {
    /** Copies the vector. */
    public LoggedEvent {
        vector = Map.copyOf(vector);
    }

    /** The event's own number on its node; 0 if its vector does not name the node. */
    public long counter() {
        return vector.getOrDefault(node, 0L);
    }
}
