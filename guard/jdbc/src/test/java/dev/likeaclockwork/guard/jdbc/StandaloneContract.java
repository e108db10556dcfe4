// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jdbc;

import dev.likeaclockwork.guard.DurableStoreContract;
import dev.likeaclockwork.guard.state.StateStore;
import java.time.InstantSource;
import javax.sql.DataSource;

/** A store that commits by itself. */
abstract class StandaloneContract extends DurableStoreContract {
    private DataSource database;

    abstract DataSource database();

    @Override
    protected StateStore open(InstantSource time) {
        database = database();
        return reopen(time);
    }

    @Override
    protected StateStore reopen(InstantSource time) {
        return JdbcStore.standalone(database).withTime(time);
    }
}
