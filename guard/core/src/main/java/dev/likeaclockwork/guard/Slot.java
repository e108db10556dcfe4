// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a table has for one key. Immutable.
 *
 * @param state the state; null if there is none
 * @param lostUntil if there is none but may have been one, the time at which it was written last; null if there never
 *     was one
 */
public record Slot<S>(@Nullable S state, @Nullable Instant lostUntil) {
    /** A slot with a state. */
    public static <S> Slot<S> of(S state) {
        return new Slot<>(state, null);
    }

    /** A slot without a state. */
    public static <S> Slot<S> empty(@Nullable Instant lostUntil) {
        return new Slot<>(null, lostUntil);
    }
}
