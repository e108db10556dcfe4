// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.otelagent;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The stock, in a table of a database file that all services open. Each row also keeps its previous number of pieces,
 * from which the span rules derive the version that a write is based on.
 */
final class StockTable {
    private final String url;

    StockTable(String url) {
        this.url = url;
    }

    /** Creates the table. The database stays open for other processes until the connection is closed. */
    static Connection create(String url, String... products) throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        connection
                .createStatement()
                .execute("CREATE TABLE stock (product VARCHAR(40) PRIMARY KEY, pieces INT, previous INT)");
        for (String product : products) {
            connection.createStatement().execute("INSERT INTO stock VALUES ('" + product + "', 10, 11)");
        }
        return connection;
    }

    int pieces(String product) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            return pieces(connection, product);
        }
    }

    static int pieces(Connection connection, String product) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT pieces FROM stock WHERE product = ?")) {
            select.setString(1, product);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    void set(String product, int pieces, int previous) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement update =
                        connection.prepareStatement("UPDATE stock SET pieces = ?, previous = ? WHERE product = ?")) {
            update.setInt(1, pieces);
            update.setInt(2, previous);
            update.setString(3, product);
            update.executeUpdate();
        }
    }
}
