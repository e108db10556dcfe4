// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.rocksdb;

import dev.likeaclockwork.guard.state.StoreException;
import org.rocksdb.RocksDBException;

/** Converts exceptions of RocksDB, and classifies those after which a repetition may succeed. */
final class RocksFailures {
    private RocksFailures() {}

    static StoreException of(String message, RocksDBException failure) {
        return new StoreException(message, isRetryable(failure), failure);
    }

    private static boolean isRetryable(RocksDBException failure) {
        return failure.getStatus() != null
                && switch (failure.getStatus().getCode()) {
                    case Busy, TimedOut, TryAgain, Expired -> true;
                    default -> false;
                };
    }
}
