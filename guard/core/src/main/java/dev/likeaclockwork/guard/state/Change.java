// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.state;

import org.jspecify.annotations.Nullable;

/**
 * A change of the state of one key, and the result of the update that makes it. Immutable.
 *
 * @param kind whether the state is kept, written or removed
 * @param state the new state if it is written, and otherwise null
 * @param result the result of the update
 */
public record Change<S, R>(Kind kind, @Nullable S state, R result) {
    /** The kind of a change. */
    public enum Kind {
        /** The state stays as it is. */
        KEEP,
        /** A new state replaces it. */
        WRITE,
        /** The state is removed. */
        REMOVE
    }

    /** Keeps the state as it is. */
    public static <S, R> Change<S, R> keep(R result) {
        return new Change<>(Kind.KEEP, null, result);
    }

    /** Writes a new state. */
    public static <S, R> Change<S, R> write(S state, R result) {
        return new Change<>(Kind.WRITE, state, result);
    }

    /** Removes the state. */
    public static <S, R> Change<S, R> remove(R result) {
        return new Change<>(Kind.REMOVE, null, result);
    }
}
