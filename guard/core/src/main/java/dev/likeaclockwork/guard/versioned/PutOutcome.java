// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.versioned;

/** The outcome of a write to a versioned value. Immutable. */
public sealed interface PutOutcome<T> {
    /** The value with all its siblings, after the write. */
    Versioned<T> now();

    /** Whether the written value is stored. */
    default boolean isStored() {
        return this instanceof Accepted || this instanceof Siblings;
    }

    /**
     * The writer had read all siblings, and its value replaces them.
     *
     * @param now the value, which has one sibling
     * @param version the written version
     */
    record Accepted<T>(Versioned<T> now, Version<T> version) implements PutOutcome<T> {}

    /**
     * The writer had not read some siblings, and its value is kept beside them.
     *
     * @param now the value, which has several siblings
     * @param version the written version
     */
    record Siblings<T>(Versioned<T> now, Version<T> version) implements PutOutcome<T> {}

    /**
     * The writer had not read some siblings, and asked to be refused in that case. Nothing is changed.
     *
     * @param now the value as it is
     */
    record Stale<T>(Versioned<T> now) implements PutOutcome<T> {}

    /**
     * The write would create more than {@link Versioned#MAX_SIBLINGS} siblings. Nothing is changed; a merge makes room.
     *
     * @param now the value as it is
     */
    record Full<T>(Versioned<T> now) implements PutOutcome<T> {}
}
