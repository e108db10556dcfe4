// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.state;

/**
 * A store of states by kind and key: the part of a database that a deduplicator, a conflict queue or a store of
 * versioned values needs. Thread-safe.
 *
 * <p>The test jar of this module has the contract of a store as a test, {@code StateStoreContract}; extend it for a
 * store of your own.
 */
public interface StateStore {
    /** The table of a kind of states. All tables of one kind share their content. */
    <S> StateTable<S> table(StateKind<S> kind);
}
