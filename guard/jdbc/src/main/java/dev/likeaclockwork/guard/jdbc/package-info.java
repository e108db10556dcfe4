// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/**
 * The store in a database: {@link dev.likeaclockwork.guard.jdbc.JdbcStore}, over plain JDBC.
 *
 * <p>Its schema ships beside it, one script for each database: {@code V1__clockwork_guard.sql}.
 */
@NullMarked
package dev.likeaclockwork.guard.jdbc;

import org.jspecify.annotations.NullMarked;
