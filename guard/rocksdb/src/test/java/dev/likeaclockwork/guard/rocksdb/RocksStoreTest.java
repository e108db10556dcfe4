// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.rocksdb;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.guard.DurableStoreContract;
import dev.likeaclockwork.guard.state.StateStore;
import dev.likeaclockwork.guard.state.StoreException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each change by itself. */
class RocksStoreTest extends DurableStoreContract {
    @TempDir
    private Path directory;

    private RocksStore rocks;

    @Override
    protected StateStore open(InstantSource time) {
        rocks = RocksStore.open(directory, time);
        return rocks;
    }

    @Override
    protected StateStore reopen(InstantSource time) {
        rocks.close();
        return open(time);
    }

    @AfterEach
    void close() {
        rocks.close();
    }

    @Test
    void directoryThatIsInUse_isRefused() {
        assertThatThrownBy(() -> RocksStore.open(directory))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("cannot open the RocksDB in " + directory);
    }
}
