// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jdbc;

import dev.likeaclockwork.guard.state.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of one kind of states in the table {@code clockwork_state}, on one connection. Used by one thread. */
final class JdbcRows implements Rows<SQLException> {
    private static final String BY_KEY = " where kind = ? and state_key = ?";

    private final Dialect dialect;
    private final Connection connection;
    private final String kind;
    private final InstantSource time;

    /** The keys whose rows were inserted by this object in order to lock them, and have no state yet. */
    private final Set<String> placeholders = new HashSet<>();

    JdbcRows(Dialect dialect, Connection connection, String kind, InstantSource time) {
        this.dialect = dialect;
        this.connection = connection;
        this.kind = kind;
        this.time = time;
    }

    /** A row that exists, with or without a state. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Row(byte @Nullable [] state) {}

    @Override
    public byte @Nullable [] read(String key) throws SQLException {
        Row row = select("", key);
        return row == null ? null : row.state();
    }

    /** Locks the row of a key. An absent row cannot be locked, so a placeholder without a state is inserted first. */
    @Override
    public byte @Nullable [] lock(String key) throws SQLException {
        boolean inserted = dialect.locksByWriting() && insert(key);
        Row row = select(dialect.forUpdate(), key);
        if (row == null) {
            inserted = insert(key);
            row = select(dialect.forUpdate(), key);
        }
        if (row == null) {
            throw new SQLException("the row of key '" + key + "' vanished while it was locked", "40001");
        }
        if (inserted) {
            placeholders.add(key);
        }
        return row.state();
    }

    private @Nullable Row select(String suffix, String key) throws SQLException {
        try (PreparedStatement select = prepare("select state from clockwork_state" + BY_KEY + suffix, key)) {
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? new Row(rows.getBytes(1)) : null;
            }
        }
    }

    /** Inserts a row and returns true if there was none. Waits for another transaction that inserts the same row. */
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

    @Override
    public void write(String key, byte[] state) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update clockwork_state set state = ?, written_at = ?" + BY_KEY)) {
            update.setBytes(1, state);
            update.setLong(2, time.millis());
            update.setString(3, kind);
            update.setString(4, key);
            update.executeUpdate();
        }
        placeholders.remove(key);
    }

    /** Leaves a row as it is, or removes the placeholder that locked the key. */
    @Override
    public void keep(String key) throws SQLException {
        if (placeholders.contains(key)) {
            delete(key);
        }
    }

    @Override
    public void delete(String key) throws SQLException {
        try (PreparedStatement delete = prepare("delete from clockwork_state" + BY_KEY, key)) {
            delete.executeUpdate();
        }
        placeholders.remove(key);
    }

    @Override
    public Map<String, byte[]> all() throws SQLException {
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

    @Override
    public @Nullable Instant lostUntil() throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select lost_until from clockwork_expiry where kind = ?")) {
            select.setString(1, kind);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Instant.ofEpochMilli(rows.getLong(1)) : null;
            }
        }
    }

    @Override
    public long expire(Instant before) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from clockwork_state where kind = ? and written_at < ? and state is not null")) {
            delete.setString(1, kind);
            delete.setLong(2, before.toEpochMilli());
            int removed = delete.executeUpdate();
            if (removed > 0) {
                raiseLostUntil(before.toEpochMilli());
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
