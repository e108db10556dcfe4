// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.event;

import java.util.Objects;

/**
 * The id of an event, such as {@link dev.likeaclockwork.TracedEvent#id}. Immutable.
 *
 * @param value 1 to 256 characters
 */
public record EventId(String value) implements EventName {
    private static final int MAX_LENGTH = 256;

    /**
     * Checks the length.
     *
     * @throws NullPointerException if {@code value} is null
     * @throws IllegalArgumentException if {@code value} is empty or longer than 256 characters
     */
    public EventId {
        Objects.requireNonNull(value, "value");
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "an event id has 1 to " + MAX_LENGTH + " characters, but this one has " + value.length());
        }
    }

    /** The id itself. */
    @Override
    public String toString() {
        return value;
    }
}
