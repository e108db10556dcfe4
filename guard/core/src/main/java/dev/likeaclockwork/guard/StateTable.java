// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The states of one kind in a store, by key. Thread-safe.
 *
 * <p>All methods throw {@link StoreException} if the database fails, {@link CorruptStateException} if what it holds
 * cannot be read, in which case nothing is changed, and {@link IllegalArgumentException} for a key that is empty, is
 * longer than 512 characters, or has a NUL or half a surrogate pair.
 */
public interface StateTable<S> {
    /**
     * Whether changes take part in a transaction of the caller, so that they are kept or lost together with the
     * caller's own. Then a step that {@link #update} calls may have effects in that transaction.
     */
    boolean joinsTransaction();

    /** What is there for a key. */
    Slot<S> read(String key);

    /**
     * Changes what is there for a key, atomically: no other change of the key comes between what the step sees and what
     * it returns. A change is durable, if the store is, on return; in a caller's transaction, when that commits.
     *
     * @param step called once if the table joins the caller's transaction; otherwise once or more, so that it should
     *     have no effects. What it throws is passed on, and nothing is changed
     */
    <R> R update(String key, Function<? super Slot<S>, Change<S, R>> step);

    /** Calls {@code action} with each key and state, in no particular order, and not from within a change. */
    void forEach(BiConsumer<? super String, ? super S> action);

    /**
     * Removes the states that were not written since {@code before}, of an evictable kind, and returns how many. From
     * then on {@link Slot#lostUntil} of an absent key says so.
     *
     * @throws IllegalStateException if the kind is not evictable
     */
    long expire(Instant before);
}
