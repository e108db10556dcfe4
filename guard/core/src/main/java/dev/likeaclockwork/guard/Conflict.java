// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import java.time.Instant;
import java.util.List;

/**
 * An event that was neither processed nor dropped, because it is concurrent with what was processed or because nobody
 * knows. Immutable.
 *
 * @param key what it is about
 * @param event the event, with its payload if one was given
 * @param judgement what it is, now, to the events of its key that were processed
 * @param since when it was met first
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
