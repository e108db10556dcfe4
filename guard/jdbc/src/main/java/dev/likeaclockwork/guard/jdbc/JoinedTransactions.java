// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** The connection that the caller has a transaction on, which is never committed or rolled back here. */
final class JoinedTransactions implements Transactions {
    /** Gives the caller's connection; closed after each piece of work if it is to be given back. */
    interface Source {
        Connection get() throws SQLException;
    }

    private final Source source;
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
    public <R> R in(String what, Work<R> work) {
        try {
            Connection connection = source.get();
            try {
                checkTransaction(connection);
                if (givesBack) {
                    checkOthersAre(connection);
                }
                return work.on(connection);
            } finally {
                if (givesBack) {
                    connection.close();
                }
            }
        } catch (SQLException e) {
            throw SqlFailures.of(what, e);
        }
    }

    private static void checkTransaction(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("the store takes part in the caller's transaction, but there is none:"
                    + " the connection commits each statement. Begin a transaction, or use JdbcStore.standalone");
        }
    }

    /**
     * Two connections of a transaction are one; a pool gives two, and takes back what was written on one when it is
     * given back.
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

    /** Wrappers are made anew for each caller. */
    private static Connection physical(Connection connection) throws SQLException {
        return connection.getMetaData().getConnection().unwrap(Connection.class);
    }
}
