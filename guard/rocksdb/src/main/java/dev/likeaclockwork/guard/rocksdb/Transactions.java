// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.rocksdb;

import org.rocksdb.RocksDBException;
import org.rocksdb.Transaction;

/** Where a store's work gets its transaction from. */
interface Transactions {
    /** Work in a transaction. */
    interface Work<R> {
        R in(Transaction transaction) throws RocksDBException;
    }

    /** Whether the transaction is the caller's. */
    boolean joins();

    /**
     * Does some work in a transaction, for which {@code what} stands in a message.
     *
     * @throws dev.likeaclockwork.guard.StoreException if the database fails
     */
    <R> R in(String what, Work<R> work);
}
