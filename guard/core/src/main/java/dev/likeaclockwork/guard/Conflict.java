// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import dev.likeaclockwork.guard.event.EventStamp;
import dev.likeaclockwork.guard.event.IncomingEvent;
import dev.likeaclockwork.guard.verdict.Judgement;
import java.time.Instant;
import java.util.List;

/**
 * An event that was neither processed nor dropped, because it is concurrent with processed events or because its
 * verdict is unknown. Immutable.
 *
 * @param key the key of the event
 * @param event the event, with its payload if it has one
 * @param judgement the current judgement on the event
 * @param since when the event was first received
 */
public record Conflict(String key, IncomingEvent event, Judgement judgement, Instant since) {
    /** The processed events that it conflicts with. */
    public List<EventStamp> against() {
        return judgement.evidence();
    }

    /** Key and judgement in one line. */
    @Override
    public String toString() {
        return key + ": " + judgement + ", since " + since;
    }
}
