// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.dedup;

import dev.likeaclockwork.guard.jdbc.JdbcStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The table of applied sales, one row each, in the database in which the guard also records the events that it has
 * processed. No constraint prevents a second row for the same event.
 */
final class SalesTable {
    private SalesTable() {}

    /** Creates a database file with the tables, and returns its URL. */
    static String create(Path folder) throws SQLException {
        // by default, H2 writes a commit half a second later, and a killed process would lose it
        String url = "jdbc:h2:file:" + folder.resolve("sales") + ";WRITE_DELAY=0";
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url);
        JdbcStore.createTables(database);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table sales (event varchar(200), product varchar(20), pieces int)");
        }
        return url;
    }

    /** Opens a connection without auto-commit. */
    static Connection open(String url) throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        connection.setAutoCommit(false);
        return connection;
    }

    /** Records a sale. */
    static void insert(Connection connection, String event, String product, int pieces) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into sales values (?, ?, ?)")) {
            insert.setString(1, event);
            insert.setString(2, product);
            insert.setInt(3, pieces);
            insert.executeUpdate();
        }
    }

    /** The names of the events of all recorded sales. */
    static List<String> events(Connection connection) throws SQLException {
        List<String> events = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select event from sales order by event")) {
            while (rows.next()) {
                events.add(rows.getString(1));
            }
        }
        return events;
    }

    /** Pieces by product, such as {@code 7 limes, 12 pears}. */
    static String sums(Connection connection) throws SQLException {
        List<String> sums = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select sum(pieces), product from sales group by product order by product")) {
            while (rows.next()) {
                sums.add(rows.getInt(1) + " " + rows.getString(2));
            }
        }
        return String.join(", ", sums);
    }
}
