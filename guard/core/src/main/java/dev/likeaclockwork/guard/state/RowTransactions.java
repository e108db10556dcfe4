// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.state;

/**
 * The source of the transactions in which a {@link RowTable} works: those of the caller, or its own. Thread-safe if its
 * transactions are those of one thread each.
 *
 * @param <T> a transaction of the database, such as a connection
 * @param <E> the checked exception of the database
 */
public interface RowTransactions<T, E extends Exception> {
    /**
     * Work in a transaction.
     *
     * @param <T> a transaction of the database
     * @param <R> the result
     * @param <E> the checked exception of the database
     */
    @FunctionalInterface
    interface Work<T, R, E extends Exception> {
        /** Does the work. It may be repeated in another transaction if it fails. */
        R in(T transaction) throws E;
    }

    /** Whether the transactions are those of the caller, which are neither committed nor rolled back here. */
    boolean joins();

    /**
     * Does work in one transaction, and returns its result.
     *
     * @param failure the message of the exception if the work fails, such as "cannot read the history of key 'k'"
     * @throws StoreException if the database fails
     */
    <R> R in(String failure, Work<T, R, E> work);
}
