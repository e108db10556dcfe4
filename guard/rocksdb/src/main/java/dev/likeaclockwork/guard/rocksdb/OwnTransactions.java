// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.rocksdb;

import dev.likeaclockwork.guard.state.RowTransactions;
import dev.likeaclockwork.guard.state.StoreException;
import org.rocksdb.RocksDBException;
import org.rocksdb.Transaction;
import org.rocksdb.TransactionDB;
import org.rocksdb.TransactionOptions;
import org.rocksdb.WriteOptions;

/** Transactions that reach the disk when they commit. Thread-safe. */
final class OwnTransactions implements RowTransactions<Transaction, RocksDBException>, AutoCloseable {
    private static final int MAX_ATTEMPTS = 20;

    private final TransactionDB database;
    private final WriteOptions durably = new WriteOptions().setSync(true);
    private final TransactionOptions options = new TransactionOptions().setDeadlockDetect(true);

    OwnTransactions(TransactionDB database) {
        this.database = database;
    }

    @Override
    public boolean joins() {
        return false;
    }

    @Override
    public <R> R in(String failure, Work<Transaction, R, RocksDBException> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(failure, work);
            } catch (StoreException e) {
                if (!e.isRetryable() || attempt == MAX_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Does work in one transaction, which is not repeated. A transaction that wrote nothing is not committed. */
    <R> R once(String failure, Work<Transaction, R, RocksDBException> work) {
        try (Transaction transaction = database.beginTransaction(durably, options)) {
            R result = work.in(transaction);
            if (transaction.getNumPuts() > 0 || transaction.getNumDeletes() > 0) {
                transaction.commit();
            }
            return result;
        } catch (RocksDBException e) {
            throw RocksFailures.of(failure, e);
        }
    }

    @Override
    public void close() {
        options.close();
        durably.close();
    }
}
