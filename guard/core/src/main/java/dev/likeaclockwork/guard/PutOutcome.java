// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

/** What became of a write to a versioned value. Immutable. */
public sealed interface PutOutcome<T> {
    /** The value with all its siblings, after the write. */
    Versioned<T> now();

    /** Whether the written value is kept. */
    default boolean isStored() {
        return this instanceof Accepted || this instanceof Conflict;
    }

    /**
     * The writer knew all siblings: its value replaces them.
     *
     * @param now the value, which has one sibling
     * @param version what was written
     */
    record Accepted<T>(Versioned<T> now, Version<T> version) implements PutOutcome<T> {}

    /**
     * The writer did not know some sibling: its value is kept beside those that it did not know.
     *
     * @param now the value, which has several siblings
     * @param version what was written
     */
    record Conflict<T>(Versioned<T> now, Version<T> version) implements PutOutcome<T> {}

    /**
     * The writer did not know some sibling, and asked to be refused then. Nothing is changed.
     *
     * @param now the value as it is
     */
    record Stale<T>(Versioned<T> now) implements PutOutcome<T> {}

    /**
     * There would be more than {@link Versioned#MAX_SIBLINGS} siblings. Nothing is changed; to merge them makes room.
     *
     * @param now the value as it is
     */
    record Full<T>(Versioned<T> now) implements PutOutcome<T> {}
}
