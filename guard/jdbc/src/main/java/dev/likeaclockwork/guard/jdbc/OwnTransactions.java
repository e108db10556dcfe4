// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jdbc;

import dev.likeaclockwork.guard.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** A connection and a transaction for each piece of work, which is tried again if that may help. */
final class OwnTransactions implements Transactions {
    private static final int MAX_ATTEMPTS = 20;
    private static final long MAX_PAUSE_MILLIS = 50;

    /** A database that is slow is not tried again after that: its caller should hear of it. */
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
    public <R> R in(String what, Work<R> work) {
        long start = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return inOne(work);
            } catch (SQLException e) {
                StoreException failure = SqlFailures.of(what, e);
                if (!failure.isRetryable() || attempt == MAX_ATTEMPTS || System.nanoTime() - start > MAX_NANOS) {
                    throw failure;
                }
                long pause = ThreadLocalRandom.current().nextLong(1 + Math.min(1L << attempt, MAX_PAUSE_MILLIS));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
            }
        }
    }

    private <R> R inOne(Work<R> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                R result = work.on(connection);
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

    /** A connection that is broken is of no use to anybody; the failure that broke it is on its way already. */
    private static void restore(Connection connection, boolean autoCommit) {
        try {
            connection.setAutoCommit(autoCommit);
        } catch (SQLException e) {
            System.getLogger(OwnTransactions.class.getName())
                    .log(System.Logger.Level.DEBUG, "auto-commit could not be restored", e);
        }
    }
}
