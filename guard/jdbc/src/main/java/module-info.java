// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/** A store for the guard in PostgreSQL, H2 or SQLite, which takes part in the caller's transaction. */
module dev.likeaclockwork.guard.jdbc {
    requires transitive dev.likeaclockwork.guard;
    requires transitive java.sql;
    requires static transitive org.jspecify;

    exports dev.likeaclockwork.guard.jdbc;
}
