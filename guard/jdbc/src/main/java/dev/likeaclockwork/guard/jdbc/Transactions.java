// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Where a store's work gets its connection and its transaction from. Thread-safe. */
interface Transactions {
    /** Work on a connection in a transaction. */
    interface Work<R> {
        R on(Connection connection) throws SQLException;
    }

    /** Whether the transaction is the caller's. */
    boolean joins();

    /**
     * Does some work in a transaction, for which {@code what} stands in a message.
     *
     * @throws dev.likeaclockwork.guard.StoreException if the database fails
     */
    <R> R in(String what, Work<R> work);
}
