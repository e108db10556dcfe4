// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.rocksdb;

import dev.likeaclockwork.guard.Change;
import dev.likeaclockwork.guard.Keys;
import dev.likeaclockwork.guard.Slot;
import dev.likeaclockwork.guard.StateKind;
import dev.likeaclockwork.guard.StateTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.Transaction;

/** The states of one kind in RocksDB. */
final class RocksTable<S> implements StateTable<S> {
    private final StateKind<S> kind;
    private final RocksRows rows;
    private final Transactions transactions;
    private final InstantSource time;

    RocksTable(StateKind<S> kind, RocksRows rows, Transactions transactions, InstantSource time) {
        this.kind = kind;
        this.rows = rows;
        this.transactions = transactions;
        this.time = time;
    }

    @Override
    public boolean joinsTransaction() {
        return transactions.joins();
    }

    @Override
    public Slot<S> read(String key) {
        Keys.check(key);
        return transactions.in(
                "cannot read the " + kind.name() + " of key '" + key + "'",
                transaction -> slot(transaction, key, rows.read(transaction, key)));
    }

    @Override
    public <R> R update(String key, Function<? super Slot<S>, Change<S, R>> step) {
        Keys.check(key);
        return transactions.in("cannot write the " + kind.name() + " of key '" + key + "'", transaction -> {
            Change<S, R> change = step.apply(slot(transaction, key, rows.lock(transaction, key)));
            S state = change.state();
            if (change.effect() == Change.Effect.WRITE && state != null) {
                rows.write(transaction, key, kind.codec().encode(state), time.millis());
            } else if (change.effect() == Change.Effect.REMOVE) {
                rows.delete(transaction, key);
            }
            return change.result();
        });
    }

    private Slot<S> slot(Transaction transaction, String key, RocksRows.@Nullable Row row) throws RocksDBException {
        if (row != null) {
            return Slot.of(kind.decode(key, row.state()));
        }
        Long lostUntil = kind.evictable() ? rows.lostUntil(transaction) : null;
        return Slot.empty(lostUntil == null ? null : Instant.ofEpochMilli(lostUntil));
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super S> action) {
        Map<String, RocksRows.Row> all = transactions.in("cannot read all " + kind.name(), rows::all);
        all.forEach((key, row) -> action.accept(key, kind.decode(key, row.state())));
    }

    @Override
    public long expire(Instant before) {
        kind.checkEvictable();
        return transactions.in("cannot expire " + kind.name(), transaction -> {
            long removed = 0;
            for (String key : rows.all(transaction).keySet()) {
                RocksRows.Row row = rows.lock(transaction, key);
                if (row != null && row.writtenAt() < before.toEpochMilli()) {
                    rows.delete(transaction, key);
                    removed++;
                }
            }
            if (removed > 0) {
                rows.raiseLostUntil(transaction, before.toEpochMilli());
            }
            return removed;
        });
    }
}
