// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/**
 * The interface between the guard and a database. A {@link dev.likeaclockwork.guard.state.StateStore} has one
 * {@link dev.likeaclockwork.guard.state.StateTable} for each kind of state, and a table maps keys to states and changes
 * them atomically. A store that has rows and transactions implements the smaller
 * {@link dev.likeaclockwork.guard.state.RowTransactions} instead of a table. This package knows nothing about events or
 * verdicts.
 */
@NullMarked
package dev.likeaclockwork.guard.state;

import org.jspecify.annotations.NullMarked;
