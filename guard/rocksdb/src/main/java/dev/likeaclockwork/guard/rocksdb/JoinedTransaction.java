// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.rocksdb;

import dev.likeaclockwork.guard.state.RowTransactions;
import org.rocksdb.RocksDBException;
import org.rocksdb.Transaction;

/** The caller's transaction, which is neither committed nor rolled back here. For one thread. */
final class JoinedTransaction implements RowTransactions<Transaction, RocksDBException> {
    private final Transaction transaction;

    JoinedTransaction(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public boolean joins() {
        return true;
    }

    @Override
    public <R> R in(String failure, Work<Transaction, R, RocksDBException> work) {
        try {
            return work.in(transaction);
        } catch (RocksDBException e) {
            throw RocksFailures.of(failure, e);
        }
    }
}
