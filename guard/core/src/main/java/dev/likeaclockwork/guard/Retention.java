// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.history.KeyHistory;
import dev.likeaclockwork.guard.history.Pruning;
import dev.likeaclockwork.guard.state.StoredState;
import dev.likeaclockwork.guard.verdict.GuardLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * How much evidence of a key is kept, and for how long forgotten evidence casts doubt on events. Thread-safe.
 *
 * @param limits the amount of evidence of one key
 * @param time the wall clock
 * @param clockSkew how far producers' wall clocks may be ahead of this one
 * @param redeliveryHorizon the time after which no processed event is delivered again; null if there is none
 */
record Retention(
        GuardLimits limits,
        InstantSource time,
        Duration clockSkew,
        @Nullable Duration redeliveryHorizon) {
    Instant now() {
        return time.instant();
    }

    /** A history within the limits. */
    KeyHistory pruned(KeyHistory history) {
        return Pruning.within(limits, history, latestNow());
    }

    /** A history without the dots that are causally stable. */
    KeyHistory prunedUpTo(VectorTimestamp stable, KeyHistory history) {
        return Pruning.upTo(stable, limits, history, latestNow());
    }

    /** The time now by the fastest producer's clock. */
    private Instant latestNow() {
        return now().plus(clockSkew);
    }

    /** The history that a table has for a key, without bounds from before the redelivery horizon. */
    KeyHistory history(StoredState<KeyHistory> stored) {
        KeyHistory history = stored.state();
        if (history != null) {
            return isBeyondHorizon(history.forgotten().until()) ? history.withNothingForgotten() : history;
        }
        Instant lostUntil = stored.lostUntil();
        return lostUntil == null || isBeyondHorizon(lostUntil)
                ? KeyHistory.EMPTY
                : KeyHistory.lost(lostUntil.plus(clockSkew));
    }

    private boolean isBeyondHorizon(@Nullable Instant until) {
        return until != null && redeliveryHorizon != null && until.isBefore(now().minus(redeliveryHorizon));
    }
}
