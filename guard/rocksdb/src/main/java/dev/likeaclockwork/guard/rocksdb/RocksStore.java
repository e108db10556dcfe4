// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.rocksdb;

import dev.likeaclockwork.guard.StateKind;
import dev.likeaclockwork.guard.StateStore;
import dev.likeaclockwork.guard.StateTable;
import dev.likeaclockwork.guard.StoreException;
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
 * A store in a RocksDB of this process. Thread-safe; to be closed when it is not used any more.
 *
 * <p>Used as it is, each change reaches the disk by itself: for effects outside of the database. {@link #inTransaction}
 * does many at once, together with effects that are written into the same RocksDB, which then happen exactly once.
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
     * Opens the database in a directory, which is created if it is not there.
     *
     * @throws StoreException if it cannot be opened; another process may have it
     */
    public static RocksStore open(Path directory) {
        return open(directory, InstantSource.system());
    }

    /** The same with another wall clock. */
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
     * A store that takes part in a transaction of your own RocksDB; for one thread, and as long as that transaction.
     *
     * @param family where the states are; nothing else should be there
     */
    public static StateStore on(Transaction transaction, ColumnFamilyHandle family) {
        return new Joined(
                new JoinedTransaction(Objects.requireNonNull(transaction, "transaction")),
                Objects.requireNonNull(family, "family"),
                InstantSource.system());
    }

    /**
     * Does some work in one transaction that reaches the disk when it commits, and returns what the work does.
     *
     * @param work is given a store that takes part in the transaction, and the transaction, with which it can write to
     *     the default column family. What it throws is passed on, and nothing is changed
     * @throws StoreException if the database fails; nothing is changed, and if it is
     *     {@linkplain StoreException#isRetryable retryable}, as after a deadlock, it may be tried again
     */
    public <R, E extends Exception> R inTransaction(Work<R, E> work) throws E {
        Work<R, RuntimeException> unchecked = unchecked(work);
        return transactions.once(
                "cannot commit",
                transaction -> unchecked.in(
                        new Joined(new JoinedTransaction(transaction), families.get(1), time), transaction));
    }

    /** What the work throws comes out as it is, of a method that declares it. */
    @SuppressWarnings("unchecked")
    private static <R> Work<R, RuntimeException> unchecked(Work<R, ?> work) {
        return (Work<R, RuntimeException>) work;
    }

    /** Work in one transaction. */
    public interface Work<R, E extends Exception> {
        /** Does it. */
        R in(StateStore store, Transaction transaction) throws E;
    }

    private record Joined(JoinedTransaction transaction, ColumnFamilyHandle family, InstantSource time)
            implements StateStore {
        private static final ReadOptions OPTIONS = new ReadOptions();

        @Override
        public <S> StateTable<S> table(StateKind<S> kind) {
            return new RocksTable<>(kind, new RocksRows(family, OPTIONS, kind.name()), transaction, time);
        }
    }

    /** The value of a key in the default column family, where effects are written; null if there is none. */
    public byte @Nullable [] get(byte[] key) {
        try {
            return database.get(key);
        } catch (RocksDBException e) {
            throw RocksFailures.of("cannot read", e);
        }
    }

    @Override
    public <S> StateTable<S> table(StateKind<S> kind) {
        return new RocksTable<>(kind, new RocksRows(families.get(1), options, kind.name()), transactions, time);
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
