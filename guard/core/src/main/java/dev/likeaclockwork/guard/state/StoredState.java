// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state that a table has for one key, or the absence of one. Immutable.
 *
 * @param state the state; null if there is none
 * @param lostUntil the time by which a state that may have been forgotten was last written; null if there is a state,
 *     or if there certainly never was one
 */
public record StoredState<S>(@Nullable S state, @Nullable Instant lostUntil) {
    /** The stored state {@code state}. */
    public static <S> StoredState<S> of(S state) {
        return new StoredState<>(state, null);
    }

    /**
     * The absence of a state.
     *
     * @param lostUntil the time by which a state that may have been forgotten was last written; null if there certainly
     *     never was one
     */
    public static <S> StoredState<S> empty(@Nullable Instant lostUntil) {
        return new StoredState<>(null, lostUntil);
    }
}
