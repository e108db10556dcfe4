// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.codec;

import dev.likeaclockwork.guard.event.EventName;
import dev.likeaclockwork.guard.event.IncomingEvent;
import java.time.Instant;

/**
 * An event in the conflict queue, as it is stored. Immutable.
 *
 * @param event the event
 * @param since when the event was first queued, to the millisecond
 */
public record QueuedEvent(IncomingEvent event, Instant since) {
    /** Whether the event has a name. */
    public boolean isNamed(EventName name) {
        return event.stamp().name().equals(name);
    }
}
