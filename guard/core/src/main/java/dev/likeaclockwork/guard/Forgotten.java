// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of evidence that is gone. Immutable.
 *
 * @param names bounds the events whose names were forgotten
 * @param order bounds the events whose timestamps were forgotten; none where the frontier still covers them
 * @param until the time by which the last of them was processed; null if there are none
 */
record Forgotten(Bound names, Bound order, @Nullable Instant until) {
    static final Forgotten NOTHING = new Forgotten(Bound.NOTHING, Bound.NOTHING, null);

    /** The whole history of a key, the last of it processed at a time. */
    static Forgotten everything(Instant until) {
        return new Forgotten(Bound.EVERYTHING, Bound.EVERYTHING, until);
    }

    /** Whether an event is known, by wall clocks, to have happened after all of them were processed. */
    boolean isBefore(IncomingEvent event) {
        return until == null || event.happenedAfter(until);
    }
}
