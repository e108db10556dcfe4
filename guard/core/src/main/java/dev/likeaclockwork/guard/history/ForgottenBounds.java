// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.history;

import dev.likeaclockwork.guard.event.IncomingEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of the events of one key about which evidence was forgotten. Immutable.
 *
 * @param names bounds the events whose names were forgotten
 * @param order bounds the events whose timestamps were forgotten and are no longer covered by the frontier
 * @param until the time by which the last of these events was processed; null if there are none
 */
public record ForgottenBounds(
        CausalUpperBound names,
        CausalUpperBound order,
        @Nullable Instant until) {
    /** The bounds where nothing was forgotten. */
    public static final ForgottenBounds NOTHING =
            new ForgottenBounds(CausalUpperBound.NOTHING, CausalUpperBound.NOTHING, null);

    /** The bounds of a history that was forgotten altogether and whose last event was processed by a time. */
    static ForgottenBounds everything(Instant until) {
        return new ForgottenBounds(CausalUpperBound.EVERYTHING, CausalUpperBound.EVERYTHING, until);
    }

    /** Whether an event happened, by wall clocks, after all of these events were processed. */
    boolean isBefore(IncomingEvent event) {
        return until == null || event.happenedAfter(until);
    }
}
