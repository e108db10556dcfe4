// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jdbc;

import dev.likeaclockwork.guard.state.StoreException;
import java.sql.SQLException;
import java.sql.SQLTransientException;

/** Converts SQL exceptions, and classifies those after which a repetition may succeed. */
final class SqlFailures {
    static final String UNIQUE_VIOLATION = "23505";

    private static final String SERIALIZATION_FAILURES = "40";
    private static final String CONNECTION_FAILURES = "08";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /**
     * Canceled by a timeout or a user, in PostgreSQL. Other drivers throw a subclass of {@link SQLTransientException}.
     */
    private static final String QUERY_CANCELED = "57014";

    private static final String ADMIN_SHUTDOWN = "57P";
    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_LOCKED = 6;
    private static final int H2_LOCK_TIMEOUT = 50200;
    private static final int H2_CONCURRENT_UPDATE = 90131;

    private SqlFailures() {}

    static StoreException of(String message, SQLException failure) {
        return new StoreException(message, isRetryable(failure), failure);
    }

    private static boolean isRetryable(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        int code = failure.getErrorCode() & (state.isEmpty() ? 0xFF : -1);
        return failure instanceof SQLTransientException
                || state.startsWith(SERIALIZATION_FAILURES)
                || state.startsWith(CONNECTION_FAILURES)
                || state.startsWith(ADMIN_SHUTDOWN)
                || state.equals(UNIQUE_VIOLATION)
                || state.equals(LOCK_NOT_AVAILABLE)
                || state.equals(QUERY_CANCELED)
                || code == H2_LOCK_TIMEOUT
                || code == H2_CONCURRENT_UPDATE
                || (state.isEmpty() && (code == SQLITE_BUSY || code == SQLITE_LOCKED));
    }
}
