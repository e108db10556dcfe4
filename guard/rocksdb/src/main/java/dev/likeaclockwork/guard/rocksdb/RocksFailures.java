// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.rocksdb;

import dev.likeaclockwork.guard.StoreException;
import org.rocksdb.RocksDBException;

/** Tells failures after which the same may succeed from others. */
final class RocksFailures {
    private RocksFailures() {}

    static StoreException of(String what, RocksDBException failure) {
        return new StoreException(what, isRetryable(failure), failure);
    }

    private static boolean isRetryable(RocksDBException failure) {
        return failure.getStatus() != null
                && switch (failure.getStatus().getCode()) {
                    case Busy, TimedOut, TryAgain, Expired -> true;
                    default -> false;
                };
    }
}
