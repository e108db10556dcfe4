// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.rocksdb;

import dev.likeaclockwork.guard.state.Change;
import dev.likeaclockwork.guard.state.StateTable;
import dev.likeaclockwork.guard.state.StoredState;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The table of the transaction that the calling thread is in. */
record CurrentTable<S>(Supplier<StateTable<S>> current) implements StateTable<S> {
    @Override
    public boolean joinsTransaction() {
        return true;
    }

    @Override
    public StoredState<S> read(String key) {
        return current.get().read(key);
    }

    @Override
    public <R> R update(String key, Function<? super StoredState<S>, Change<S, R>> step) {
        return current.get().update(key, step);
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super S> action) {
        current.get().forEach(action);
    }

    @Override
    public long expire(Instant before) {
        return current.get().expire(before);
    }
}
