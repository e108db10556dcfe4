// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.event;

import dev.likeaclockwork.Dot;
import java.util.Objects;

/**
 * A dot as the name of an event: the node on which the event happened, and its number there. Immutable.
 *
 * @param dot the node and the number
 */
public record EventDot(Dot dot) implements EventName {
    /**
     * Checks the dot.
     *
     * @throws NullPointerException if {@code dot} is null
     */
    public EventDot {
        Objects.requireNonNull(dot, "dot");
    }

    /**
     * The name of the event with a number on a node.
     *
     * @throws NullPointerException if {@code node} is null
     * @throws IllegalArgumentException if {@code node} is not a node id, or {@code counter} is below 1
     */
    public static EventDot of(String node, long counter) {
        return new EventDot(new Dot(node, counter));
    }

    /** The text form of the dot, {@code node:counter}. */
    @Override
    public String toString() {
        return dot.toString();
    }
}
