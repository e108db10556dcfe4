// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.state;

import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The states of one kind in a store, by key. Thread-safe.
 *
 * <p>All methods throw {@link StoreException} if the database fails, {@link CorruptStateException} if a state cannot be
 * read, in which case nothing is changed, and {@link IllegalArgumentException} for a key outside the grammar of
 * {@link Keys}.
 */
public interface StateTable<S> {
    /**
     * Whether changes take part in a transaction of the caller, and so commit or roll back together with the caller's
     * own changes. If so, the step of an {@link #update} may have effects in that transaction.
     */
    boolean joinsTransaction();

    /** The state of a key. */
    StoredState<S> read(String key);

    /**
     * Changes the state of a key atomically: no other change of the key happens between the state that the step
     * receives and the change that it returns. On return, the change is durable if the store is; in a transaction of
     * the caller, it is durable when that commits.
     *
     * @param step computes the change from the stored state. Called exactly once if the table joins the caller's
     *     transaction, and otherwise at least once, so that it should have no effects. Its exceptions are propagated
     *     and leave the state unchanged
     */
    <R> R update(String key, Function<? super StoredState<S>, Change<S, R>> step);

    /** Calls {@code action} with each key and state, in no particular order, outside of any change. */
    void forEach(BiConsumer<? super String, ? super S> action);

    /**
     * Removes the states of an evictable kind that were last written before a time, and returns their number. From then
     * on, {@link StoredState#lostUntil} of an absent key is at least that time.
     *
     * @throws IllegalStateException if the kind is not evictable
     */
    long expire(Instant before);
}
