// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import org.jspecify.annotations.Nullable;

/**
 * What an update does with a slot. Immutable.
 *
 * @param effect what happens to the state
 * @param state the new state, if it is written; otherwise null
 * @param result what the update returns
 */
public record Change<S, R>(Effect effect, @Nullable S state, R result) {
    /** What happens to a state. */
    public enum Effect {
        /** It stays as it is. */
        KEEP,
        /** Another one takes its place. */
        WRITE,
        /** It is removed. */
        REMOVE
    }

    /** Leaves the slot as it is. */
    public static <S, R> Change<S, R> keep(R result) {
        return new Change<>(Effect.KEEP, null, result);
    }

    /** Puts a state into the slot. */
    public static <S, R> Change<S, R> write(S state, R result) {
        return new Change<>(Effect.WRITE, state, result);
    }

    /** Empties the slot. */
    public static <S, R> Change<S, R> remove(R result) {
        return new Change<>(Effect.REMOVE, null, result);
    }
}
