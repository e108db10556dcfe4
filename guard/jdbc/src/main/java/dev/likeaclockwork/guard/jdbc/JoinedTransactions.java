// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jdbc;

import dev.likeaclockwork.guard.state.RowTransactions;
import java.sql.Connection;
import java.sql.SQLException;

/** The caller's transaction and its connection, which is neither committed nor rolled back here. */
final class JoinedTransactions implements RowTransactions<Connection, SQLException> {
    /** The source of the caller's connection. */
    interface Source {
        Connection get() throws SQLException;
    }

    private final Source source;

    /** Whether the connection is closed after each piece of work. */
    private final boolean givesBack;

    JoinedTransactions(Source source, boolean givesBack) {
        this.source = source;
        this.givesBack = givesBack;
    }

    @Override
    public boolean joins() {
        return true;
    }

    @Override
    public <R> R in(String failure, Work<Connection, R, SQLException> work) {
        try {
            Connection connection = source.get();
            try {
                checkTransaction(connection);
                if (givesBack) {
                    checkOthersAre(connection);
                }
                return work.in(connection);
            } finally {
                if (givesBack) {
                    connection.close();
                }
            }
        } catch (SQLException e) {
            throw SqlFailures.of(failure, e);
        }
    }

    private static void checkTransaction(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("the store takes part in the caller's transaction, but there is none:"
                    + " the connection commits each statement. Begin a transaction, or use JdbcStore.standalone");
        }
    }

    /**
     * Checks that the source returns the connection of a transaction: asked twice, it then returns the same physical
     * connection. A plain pool returns two, and rolls back the changes made on one when it is closed.
     */
    private void checkOthersAre(Connection connection) throws SQLException {
        try (Connection other = source.get()) {
            if (!physical(other).equals(physical(connection))) {
                throw new IllegalStateException("the store takes part in the caller's transaction, but there is none:"
                        + " the data source gives another connection each time, which would lose what is written."
                        + " Begin a transaction and wrap the data source in a TransactionAwareDataSourceProxy,"
                        + " or use JdbcStore.on with the transaction's connection, or JdbcStore.standalone");
            }
        }
    }

    /** The connection below the wrappers, which differ for each caller. */
    private static Connection physical(Connection connection) throws SQLException {
        return connection.getMetaData().getConnection().unwrap(Connection.class);
    }
}
