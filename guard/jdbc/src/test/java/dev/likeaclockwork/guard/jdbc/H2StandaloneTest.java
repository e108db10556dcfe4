// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jdbc;

import javax.sql.DataSource;

class H2StandaloneTest extends StandaloneContract {
    @Override
    DataSource database() {
        return Databases.h2();
    }
}
