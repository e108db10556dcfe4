// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of one kind of states, on one connection. Used by one thread. */
final class Rows {
    private static final String BY_KEY = " where kind = ? and state_key = ?";

    private final Dialect dialect;
    private final Connection connection;
    private final String kind;

    Rows(Dialect dialect, Connection connection, String kind) {
        this.dialect = dialect;
        this.connection = connection;
        this.kind = kind;
    }

    /**
     * A row as it was found.
     *
     * @param state null where there is none yet
     * @param isOurs whether it was put there in this transaction, to lock an absent key
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Row(byte @Nullable [] state, boolean isOurs) {}

    byte @Nullable [] read(String key) throws SQLException {
        Row row = select("", key);
        return row == null ? null : row.state();
    }

    /** Locks the row of a key, which is inserted if there is none. */
    Row lock(String key) throws SQLException {
        boolean inserted = dialect.locksByWriting() && insert(key);
        Row row = select(dialect.forUpdate(), key);
        if (row == null) {
            inserted = insert(key);
            row = select(dialect.forUpdate(), key);
        }
        if (row == null) {
            throw new SQLException("the row of key '" + key + "' vanished while it was locked", "40001");
        }
        return new Row(row.state(), inserted);
    }

    private @Nullable Row select(String suffix, String key) throws SQLException {
        try (PreparedStatement select = prepare("select state from clockwork_state" + BY_KEY + suffix, key)) {
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? new Row(rows.getBytes(1), false) : null;
            }
        }
    }

    /** Whether there was none; waits for another transaction that inserts the same. */
    private boolean insert(String key) throws SQLException {
        try (PreparedStatement insert = prepare(
                "insert into clockwork_state (kind, state_key, written_at) values (?, ?, 0)" + dialect.onConflict(),
                key)) {
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            if (dialect == Dialect.H2 && SqlFailures.UNIQUE_VIOLATION.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    void write(String key, byte[] state, long now) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update clockwork_state set state = ?, written_at = ?" + BY_KEY)) {
            update.setBytes(1, state);
            update.setLong(2, now);
            update.setString(3, kind);
            update.setString(4, key);
            update.executeUpdate();
        }
    }

    void delete(String key) throws SQLException {
        try (PreparedStatement delete = prepare("delete from clockwork_state" + BY_KEY, key)) {
            delete.executeUpdate();
        }
    }

    Map<String, byte[]> all() throws SQLException {
        Map<String, byte[]> all = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select state_key, state from clockwork_state where kind = ? and state is not null")) {
            select.setString(1, kind);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    all.put(rows.getString(1), rows.getBytes(2));
                }
            }
        }
        return all;
    }

    /** The time until which states of this kind were removed; null if none were. */
    @Nullable
    Long lostUntil() throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select lost_until from clockwork_expiry where kind = ?")) {
            select.setString(1, kind);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getLong(1) : null;
            }
        }
    }

    /** Removes what was not written since; returns how many. */
    int expire(long before) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from clockwork_state where kind = ? and written_at < ? and state is not null")) {
            delete.setString(1, kind);
            delete.setLong(2, before);
            int removed = delete.executeUpdate();
            if (removed > 0) {
                raiseLostUntil(before);
            }
            return removed;
        }
    }

    private void raiseLostUntil(long before) throws SQLException {
        if (change("update clockwork_expiry set lost_until = ? where kind = ? and lost_until < ?", before, before) == 0
                && lostUntil() == null) {
            change("insert into clockwork_expiry (lost_until, kind) values (?, ?)", before, null);
        }
    }

    private int change(String sql, long lostUntil, @Nullable Long third) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(sql)) {
            change.setLong(1, lostUntil);
            change.setString(2, kind);
            if (third != null) {
                change.setLong(3, third);
            }
            return change.executeUpdate();
        }
    }

    private PreparedStatement prepare(String sql, String key) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setString(1, kind);
        statement.setString(2, key);
        return statement;
    }
}
