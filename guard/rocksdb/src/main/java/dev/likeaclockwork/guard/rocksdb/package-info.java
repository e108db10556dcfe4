// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/**
 * The store in an embedded database: {@link dev.likeaclockwork.guard.rocksdb.RocksStore}, over RocksDB's transactions.
 */
@NullMarked
package dev.likeaclockwork.guard.rocksdb;

import org.jspecify.annotations.NullMarked;
