// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Real databases with fresh tables. */
final class Databases {
    private static int count;

    private Databases() {}

    /** Stops with the JVM. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                // these tests do not cut the power
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static DataSource postgres() {
        return withTables(emptyPostgres());
    }

    static DataSource emptyPostgres() {
        DataSource postgres = Server.POSTGRES.getPostgresDatabase();
        execute(postgres, "drop schema public cascade; create schema public");
        return postgres;
    }

    /** For another process. */
    static String postgresUrl() {
        return Server.POSTGRES.getJdbcUrl("postgres", "postgres");
    }

    static DataSource h2() {
        return withTables(emptyH2());
    }

    static synchronized DataSource emptyH2() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:guard" + count++ + ";DB_CLOSE_DELAY=-1");
        return h2;
    }

    static DataSource sqlite() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setBusyTimeout(30_000);
        SQLiteDataSource sqlite = new SQLiteDataSource(config);
        try {
            sqlite.setUrl("jdbc:sqlite:" + Files.createTempDirectory("guard").resolve("guard.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return withTables(sqlite);
    }

    private static DataSource withTables(DataSource database) {
        JdbcStore.createTables(database);
        execute(database, "create table effects (name varchar(100))");
        return database;
    }

    static void execute(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
