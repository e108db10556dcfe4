// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.spans;

import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.event.LoggedVector;
import dev.likeaclockwork.graph.event.Position;
import org.jspecify.annotations.Nullable;

/**
 * Where a span, or an event within one, stands in causality, because whoever recorded it wrote that down: nothing needs
 * to be concluded from parents and times then.
 *
 * @param id the event's own id; null if there is none
 */
public record SpanStamp(
        String node, LoggedVector vector, @Nullable String id) {
    /** The event, to be completed. */
    public LoggedEvent.Builder event(Position position) {
        return LoggedEvent.builder(position, node).vector(vector).id(id);
    }
}
