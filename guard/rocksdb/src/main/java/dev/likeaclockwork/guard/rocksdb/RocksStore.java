// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.rocksdb;

import dev.likeaclockwork.guard.state.RowTable;
import dev.likeaclockwork.guard.state.RowTransactions;
import dev.likeaclockwork.guard.state.StateKind;
import dev.likeaclockwork.guard.state.StateStore;
import dev.likeaclockwork.guard.state.StateTable;
import dev.likeaclockwork.guard.state.StoreException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Transaction;
import org.rocksdb.TransactionDB;
import org.rocksdb.TransactionDBOptions;

/**
 * A store in an embedded RocksDB. Thread-safe. Close it after use.
 *
 * <p>Each change is written to the disk in a transaction of its own, for effects outside of the database.
 * {@link #inTransaction} commits many changes together with effects that are written to the same RocksDB, which then
 * happen exactly once.
 */
public final class RocksStore implements StateStore, AutoCloseable {
    private static final String FAMILY = "clockwork-guard";

    private final TransactionDB database;
    private final List<ColumnFamilyHandle> families;
    private final OwnTransactions transactions;
    private final ReadOptions options = new ReadOptions();
    private final InstantSource time;

    private RocksStore(TransactionDB database, List<ColumnFamilyHandle> families, InstantSource time) {
        this.database = database;
        this.families = families;
        this.transactions = new OwnTransactions(database);
        this.time = time;
    }

    /**
     * Opens the database in a directory, which is created if it does not exist.
     *
     * @throws StoreException if the database cannot be opened, for instance because another process uses it
     */
    public static RocksStore open(Path directory) {
        return open(directory, InstantSource.system());
    }

    /** Opens the database in a directory, with a wall clock other than the system's. */
    public static RocksStore open(Path directory, InstantSource time) {
        Objects.requireNonNull(time, "time");
        RocksDB.loadLibrary();
        List<ColumnFamilyDescriptor> descriptors = List.of(
                new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY),
                new ColumnFamilyDescriptor(FAMILY.getBytes(StandardCharsets.UTF_8)));
        List<ColumnFamilyHandle> families = new ArrayList<>();
        try (DBOptions options = new DBOptions().setCreateIfMissing(true).setCreateMissingColumnFamilies(true);
                TransactionDBOptions locks = new TransactionDBOptions()) {
            TransactionDB database = TransactionDB.open(options, locks, directory.toString(), descriptors, families);
            return new RocksStore(database, families, time);
        } catch (RocksDBException e) {
            throw RocksFailures.of("cannot open the RocksDB in " + directory, e);
        }
    }

    /**
     * A store that joins a transaction of your own RocksDB. For one thread, and for no longer than that transaction.
     *
     * @param family the column family of the states, which should contain nothing else
     */
    public static StateStore on(Transaction transaction, ColumnFamilyHandle family) {
        return new Joined(
                new JoinedTransaction(Objects.requireNonNull(transaction, "transaction")),
                Objects.requireNonNull(family, "family"),
                InstantSource.system());
    }

    /**
     * Does work in one transaction, which is written to the disk when it commits, and returns the result of the work.
     *
     * @param work receives a store that joins the transaction, and the transaction, in which it can write to the
     *     default column family. Its exceptions are propagated, and nothing is changed
     * @throws StoreException if the database fails. Nothing is changed; if the failure is
     *     {@linkplain StoreException#isRetryable retryable}, as after a deadlock, the work may be repeated
     */
    public <R, E extends Exception> R inTransaction(Work<R, E> work) throws E {
        Work<R, RuntimeException> unchecked = unchecked(work);
        return transactions.once(
                "cannot commit",
                transaction -> unchecked.in(
                        new Joined(new JoinedTransaction(transaction), families.get(1), time), transaction));
    }

    /** A checked exception of the work leaves a method that declares it. */
    @SuppressWarnings("unchecked")
    private static <R> Work<R, RuntimeException> unchecked(Work<R, ?> work) {
        return (Work<R, RuntimeException>) work;
    }

    /** Work in one transaction. */
    public interface Work<R, E extends Exception> {
        /** Does the work. */
        R in(StateStore store, Transaction transaction) throws E;
    }

    private record Joined(JoinedTransaction transaction, ColumnFamilyHandle family, InstantSource time)
            implements StateStore {
        private static final ReadOptions OPTIONS = new ReadOptions();

        @Override
        public <S> StateTable<S> table(StateKind<S> kind) {
            return RocksStore.table(kind, transaction, family, OPTIONS, time);
        }
    }

    /** The value of a key in the default column family, where effects are written; null if it is absent. */
    public byte @Nullable [] get(byte[] key) {
        try {
            return database.get(key);
        } catch (RocksDBException e) {
            throw RocksFailures.of("cannot read", e);
        }
    }

    @Override
    public <S> StateTable<S> table(StateKind<S> kind) {
        return table(kind, transactions, families.get(1), options, time);
    }

    private static <S> StateTable<S> table(
            StateKind<S> kind,
            RowTransactions<Transaction, RocksDBException> transactions,
            ColumnFamilyHandle family,
            ReadOptions options,
            InstantSource time) {
        RowKeys keys = new RowKeys(kind.name());
        return RowTable.of(kind, transactions, transaction -> new RocksRows(keys, family, options, time, transaction));
    }

    /** Closes the database. */
    @Override
    public void close() {
        families.forEach(ColumnFamilyHandle::close);
        transactions.close();
        options.close();
        database.close();
    }
}
