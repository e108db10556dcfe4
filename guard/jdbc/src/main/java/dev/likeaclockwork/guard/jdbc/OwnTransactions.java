// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jdbc;

import dev.likeaclockwork.guard.state.RowTransactions;
import dev.likeaclockwork.guard.state.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * A connection and a transaction for each piece of work, which is repeated after failures that may be temporary.
 * Thread-safe.
 */
final class OwnTransactions implements RowTransactions<Connection, SQLException> {
    private static final int MAX_ATTEMPTS = 20;
    private static final long MAX_PAUSE_MILLIS = 50;

    /** The time after which work on a slow database is not repeated, so that its caller gets to know the failure. */
    private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final DataSource dataSource;

    OwnTransactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public boolean joins() {
        return false;
    }

    @Override
    public <R> R in(String failure, Work<Connection, R, SQLException> work) {
        long start = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return inOne(work);
            } catch (SQLException e) {
                StoreException thrown = SqlFailures.of(failure, e);
                if (!thrown.isRetryable() || attempt == MAX_ATTEMPTS || System.nanoTime() - start > MAX_NANOS) {
                    throw thrown;
                }
                long pause = ThreadLocalRandom.current().nextLong(1 + Math.min(1L << attempt, MAX_PAUSE_MILLIS));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
            }
        }
    }

    private <R> R inOne(Work<Connection, R, SQLException> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                R result = work.in(connection);
                connection.commit();
                return result;
            } catch (Throwable failure) {
                rollBack(connection, failure);
                throw failure;
            } finally {
                restore(connection, autoCommit);
            }
        }
    }

    private static void rollBack(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Restores auto-commit. A failure is only logged: it comes from a broken connection, whose first failure is
     * propagated.
     */
    private static void restore(Connection connection, boolean autoCommit) {
        try {
            connection.setAutoCommit(autoCommit);
        } catch (SQLException e) {
            System.getLogger(OwnTransactions.class.getName())
                    .log(System.Logger.Level.DEBUG, "auto-commit could not be restored", e);
        }
    }
}
