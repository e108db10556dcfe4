// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.rocksdb;

import org.rocksdb.RocksDBException;
import org.rocksdb.Transaction;

/** The caller's transaction, which is never committed or rolled back here. For one thread. */
final class JoinedTransaction implements Transactions {
    private final Transaction transaction;

    JoinedTransaction(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public boolean joins() {
        return true;
    }

    @Override
    public <R> R in(String what, Work<R> work) {
        try {
            return work.in(transaction);
        } catch (RocksDBException e) {
            throw RocksFailures.of(what, e);
        }
    }
}
