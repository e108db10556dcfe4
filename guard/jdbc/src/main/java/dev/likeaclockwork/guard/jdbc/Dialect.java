// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** The differences between the supported databases. */
enum Dialect {
    POSTGRESQL(" on conflict do nothing", " for update", false),
    /** Has no "on conflict"; a unique violation does not abort the transaction. */
    H2("", " for update", false),
    /** Locks the whole database at the first write, which therefore has to precede the first read. */
    SQLITE(" on conflict do nothing", "", true);

    private final String onConflict;
    private final String forUpdate;
    private final boolean locksByWriting;

    Dialect(String onConflict, String forUpdate, boolean locksByWriting) {
        this.onConflict = onConflict;
        this.forUpdate = forUpdate;
        this.locksByWriting = locksByWriting;
    }

    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        for (Dialect dialect : values()) {
            if (dialect.name().equalsIgnoreCase(product)) {
                return dialect;
            }
        }
        throw new IllegalArgumentException("the database must be PostgreSQL, H2 or SQLite, but is " + product);
    }

    /** The folder with the scripts for this database. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    String onConflict() {
        return onConflict;
    }

    String forUpdate() {
        return forUpdate;
    }

    boolean locksByWriting() {
        return locksByWriting;
    }
}
