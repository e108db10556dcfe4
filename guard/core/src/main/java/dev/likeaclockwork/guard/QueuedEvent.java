// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import java.time.Instant;

/**
 * An event in the conflict queue. Immutable.
 *
 * @param event the event
 * @param since when it was met first, to the millisecond
 */
record QueuedEvent(IncomingEvent event, Instant since) {
    boolean isNamed(EventName name) {
        return event.stamp().name().equals(name);
    }
}
