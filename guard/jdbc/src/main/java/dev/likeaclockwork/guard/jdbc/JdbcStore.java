// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jdbc;

import dev.likeaclockwork.guard.state.RowTable;
import dev.likeaclockwork.guard.state.RowTransactions;
import dev.likeaclockwork.guard.state.StateKind;
import dev.likeaclockwork.guard.state.StateStore;
import dev.likeaclockwork.guard.state.StateTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * A store in PostgreSQL, H2 or SQLite, in the tables {@code clockwork_state} and {@code clockwork_expiry}. Thread-safe,
 * except for {@link #on}.
 *
 * <p>A store that {@linkplain #joining joins} the caller's transaction makes each effect in that database happen
 * exactly once: verdict, effect and memory commit together (the transactional inbox). It locks the row of a key from
 * its first update to the end of the transaction. A caller that processes several keys in one transaction may run into
 * a deadlock, gets a {@linkplain dev.likeaclockwork.guard.state.StoreException#isRetryable retryable} failure, and has
 * to roll back and repeat the transaction.
 */
public final class JdbcStore implements StateStore {
    private static final String SCRIPT = "/V1__clockwork_guard.sql";

    private final Dialect dialect;
    private final RowTransactions<Connection, SQLException> transactions;
    private final InstantSource time;

    private JdbcStore(Dialect dialect, RowTransactions<Connection, SQLException> transactions, InstantSource time) {
        this.dialect = dialect;
        this.transactions = transactions;
        this.time = time;
    }

    /**
     * A store that joins the transaction of the calling thread.
     *
     * @param dataSource returns the connection of that transaction, as Spring's {@code TransactionAwareDataSourceProxy}
     *     does. A plain connection pool is refused with an {@link IllegalStateException} when the store is used
     * @throws dev.likeaclockwork.guard.state.StoreException if the database cannot be reached
     * @throws IllegalArgumentException if the database is not PostgreSQL, H2 or SQLite
     */
    public static JdbcStore joining(DataSource dataSource) {
        Objects.requireNonNull(dataSource, "dataSource");
        return new JdbcStore(
                dialect(dataSource), new JoinedTransactions(dataSource::getConnection, true), InstantSource.system());
    }

    /**
     * A store that joins the transaction of one connection, which stays open. For one thread, and for no longer than
     * that transaction.
     */
    public static JdbcStore on(Connection connection) {
        Objects.requireNonNull(connection, "connection");
        JoinedTransactions transactions = new JoinedTransactions(() -> connection, false);
        try {
            return new JdbcStore(Dialect.of(connection), transactions, InstantSource.system());
        } catch (SQLException e) {
            throw SqlFailures.of("cannot determine the database", e);
        }
    }

    /**
     * A store that commits each change in a transaction of its own, and repeats it after temporary failures such as a
     * deadlock. For effects outside of the database.
     *
     * @throws dev.likeaclockwork.guard.state.StoreException if the database cannot be reached
     * @throws IllegalArgumentException if the database is not PostgreSQL, H2 or SQLite
     */
    public static JdbcStore standalone(DataSource dataSource) {
        Objects.requireNonNull(dataSource, "dataSource");
        return new JdbcStore(dialect(dataSource), new OwnTransactions(dataSource), InstantSource.system());
    }

    private static Dialect dialect(DataSource dataSource) {
        return new OwnTransactions(dataSource).in("cannot determine the database", Dialect::of);
    }

    /** This store with another wall clock. */
    public JdbcStore withTime(InstantSource time) {
        return new JdbcStore(dialect, transactions, Objects.requireNonNull(time, "time"));
    }

    /**
     * Creates the tables, which must not exist yet. A migration tool can run the script instead:
     * {@code dev/likeaclockwork/guard/jdbc/<database>/V1__clockwork_guard.sql}.
     *
     * @throws dev.likeaclockwork.guard.state.StoreException if a table exists, or the database fails otherwise
     */
    public static void createTables(DataSource dataSource) {
        String script = script(dialect(dataSource));
        new OwnTransactions(dataSource).in("cannot create the tables", connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String command : script.split(";\\s*", 0)) {
                    statement.execute(command);
                }
            }
            return dataSource;
        });
    }

    private static String script(Dialect dialect) {
        String name = dialect.folder() + SCRIPT;
        try (InputStream script = Objects.requireNonNull(JdbcStore.class.getResourceAsStream(name), name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public <S> StateTable<S> table(StateKind<S> kind) {
        return RowTable.of(kind, transactions, connection -> new JdbcRows(dialect, connection, kind.name(), time));
    }
}
