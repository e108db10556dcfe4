// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

/**
 * Remembers states by kind and key: all that a deduplicator, a conflict queue or a store of versioned values needs of a
 * database.
 *
 * <p>To write one, extend the contract {@code StateStoreContract} in the test jar of this module. A store is
 * thread-safe.
 */
public interface StateStore {
    /** The table of one kind of states; the same one, or one that shares its content, for the same kind. */
    <S> StateTable<S> table(StateKind<S> kind);
}
