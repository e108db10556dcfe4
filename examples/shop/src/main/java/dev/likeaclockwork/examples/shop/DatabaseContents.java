// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The contents of the databases of the services, which must have ended.
 *
 * @param inventory the file of inventory's database
 * @param payment the file of payment's database
 */
record DatabaseContents(Path inventory, Path payment) {
    /** The buyers of a product, in alphabetical order. */
    List<String> buyers(String product) throws SQLException {
        return read(inventory, "select buyer from sales where product = '" + product + "' order by buyer");
    }

    /** The buyers who were charged, and how often, such as {@code Ann twice}. */
    List<String> charges() throws SQLException {
        return read(
                payment,
                "select buyer || ' ' ||"
                        + " case count(*) when 1 then 'once' when 2 then 'twice' else count(*) || ' times' end"
                        + " from charges group by buyer order by buyer");
    }

    private static List<String> read(Path file, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection database = DriverManager.getConnection("jdbc:h2:file:" + file, "sa", "");
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }
}
