// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jdbc;

import dev.likeaclockwork.guard.Action;
import dev.likeaclockwork.guard.CausalDeduplicator;
import dev.likeaclockwork.guard.ConsumerProcess;
import dev.likeaclockwork.guard.Deliveries;
import dev.likeaclockwork.guard.GuardPolicy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Inserts a row for each event's effect, in one transaction with the memory of it. The fourth argument is the
 * database's URL.
 */
final class TransactionConsumer {
    static final GuardPolicy POLICY = GuardPolicy.operations(Action.QUEUE).withConcurrent(Action.PROCESS);

    private TransactionConsumer() {}

    public static void main(String[] arguments) throws Exception {
        try (Connection connection = DriverManager.getConnection(arguments[3])) {
            connection.setAutoCommit(false);
            ConsumerProcess.consume(arguments, delivery -> {
                process(delivery, connection);
                connection.commit();
            });
        }
    }

    private static void process(Deliveries.Delivery delivery, Connection connection) throws SQLException {
        CausalDeduplicator.on(JdbcStore.on(connection), POLICY)
                .build()
                .process(delivery.key(), delivery.event(), () -> insert(connection, delivery.name()));
    }

    private static void insert(Connection connection, String name) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into effects values (?)")) {
            insert.setString(1, name);
            insert.executeUpdate();
        }
    }
}
