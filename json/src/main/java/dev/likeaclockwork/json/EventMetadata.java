// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.json;

import dev.likeaclockwork.TracedEvent;
import dev.likeaclockwork.VectorTimestamp;
import java.util.Objects;

/**
 * What a {@code _causality} member says: an event without its payload. Immutable and thread-safe; no part is null.
 *
 * @param vector what the event knew; may be empty
 * @param eventType what kind of event it is; any text
 * @param eventId names the event; any text
 */
public record EventMetadata(VectorTimestamp vector, String eventType, String eventId) {
    /**
     * Checks that all parts are there.
     *
     * @throws NullPointerException if a part is null
     */
    public EventMetadata {
        Objects.requireNonNull(vector, "vector");
        Objects.requireNonNull(eventType, "eventType");
        Objects.requireNonNull(eventId, "eventId");
    }

    /** The metadata of {@code event}. */
    public static EventMetadata from(TracedEvent event) {
        return new EventMetadata(event.vector(), event.type(), event.id());
    }
}
