// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jdbc;

import dev.likeaclockwork.guard.Change;
import dev.likeaclockwork.guard.Keys;
import dev.likeaclockwork.guard.Slot;
import dev.likeaclockwork.guard.StateKind;
import dev.likeaclockwork.guard.StateTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The states of one kind in the table {@code clockwork_state}. Thread-safe. */
final class JdbcTable<S> implements StateTable<S> {
    private final StateKind<S> kind;
    private final Dialect dialect;
    private final Transactions transactions;
    private final InstantSource time;

    JdbcTable(StateKind<S> kind, Dialect dialect, Transactions transactions, InstantSource time) {
        this.kind = kind;
        this.dialect = dialect;
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
                connection -> slot(rows(connection), key, rows(connection).read(key)));
    }

    @Override
    public <R> R update(String key, Function<? super Slot<S>, Change<S, R>> step) {
        Keys.check(key);
        return transactions.in("cannot write the " + kind.name() + " of key '" + key + "'", connection -> {
            Rows rows = rows(connection);
            Rows.Row row = rows.lock(key);
            Change<S, R> change = step.apply(slot(rows, key, row.state()));
            apply(rows, key, row, change);
            return change.result();
        });
    }

    private void apply(Rows rows, String key, Rows.Row row, Change<S, ?> change) throws SQLException {
        S state = change.state();
        if (change.effect() == Change.Effect.WRITE && state != null) {
            rows.write(key, kind.codec().encode(state), time.millis());
        } else if (change.effect() == Change.Effect.REMOVE || row.isOurs()) {
            rows.delete(key);
        }
    }

    private Slot<S> slot(Rows rows, String key, byte @Nullable [] bytes) throws SQLException {
        if (bytes != null) {
            return Slot.of(kind.decode(key, bytes));
        }
        Long lostUntil = kind.evictable() ? rows.lostUntil() : null;
        return Slot.empty(lostUntil == null ? null : Instant.ofEpochMilli(lostUntil));
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super S> action) {
        Map<String, byte[]> all = transactions.in(
                "cannot read all " + kind.name(), connection -> rows(connection).all());
        all.forEach((key, bytes) -> action.accept(key, kind.decode(key, bytes)));
    }

    @Override
    public long expire(Instant before) {
        kind.checkEvictable();
        return transactions.in("cannot expire " + kind.name(), connection ->
                (long) rows(connection).expire(before.toEpochMilli()));
    }

    private Rows rows(Connection connection) {
        return new Rows(dialect, connection, kind.name());
    }
}
