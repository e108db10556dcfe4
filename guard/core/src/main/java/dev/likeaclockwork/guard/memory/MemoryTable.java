// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.likeaclockwork.guard.state.Change;
import dev.likeaclockwork.guard.state.Keys;
import dev.likeaclockwork.guard.state.StateKind;
import dev.likeaclockwork.guard.state.StateTable;
import dev.likeaclockwork.guard.state.StoredState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The states of one kind in a Caffeine cache, as the immutable objects themselves. Thread-safe. */
final class MemoryTable<S> implements StateTable<S> {
    private final StateKind<S> kind;
    private final InstantSource time;
    private final LostKeys lost;
    private final Cache<String, Entry<S>> cache;

    MemoryTable(StateKind<S> kind, long maximumKeys, InstantSource time) {
        this.kind = kind;
        this.time = time;
        this.lost = new LostKeys(kind.evictable() ? maximumKeys : 1);
        Caffeine<Object, Object> settings = Caffeine.newBuilder();
        this.cache = kind.evictable()
                // called before other threads see that the key is absent
                ? settings.maximumSize(maximumKeys)
                        .<String, Entry<S>>evictionListener((key, entry, cause) -> forget(key, entry))
                        .build()
                : settings.<String, Entry<S>>build();
    }

    private record Entry<S>(S state, long writtenAt) {}

    private void forget(@Nullable String key, @Nullable Entry<S> entry) {
        if (key != null && entry != null) {
            lost.add(key, entry.writtenAt());
        }
    }

    @Override
    public boolean joinsTransaction() {
        return false;
    }

    @Override
    public StoredState<S> read(String key) {
        return stored(key, cache.getIfPresent(Keys.check(key)));
    }

    private StoredState<S> stored(String key, @Nullable Entry<S> entry) {
        return entry == null ? StoredState.empty(lost.lostUntil(key)) : StoredState.of(entry.state());
    }

    @Override
    public <R> R update(String key, Function<? super StoredState<S>, Change<S, R>> step) {
        Keys.check(key);
        Update<R> update = new Update<>(step);
        cache.asMap().compute(key, update::apply);
        return update.result();
    }

    /** One update of the cache. Used once, by one thread. */
    private final class Update<R> {
        private final Function<? super StoredState<S>, Change<S, R>> step;
        private @Nullable Change<S, R> change;

        Update(Function<? super StoredState<S>, Change<S, R>> step) {
            this.step = step;
        }

        @Nullable
        Entry<S> apply(String key, @Nullable Entry<S> entry) {
            change = step.apply(stored(key, entry));
            return switch (change.kind()) {
                case KEEP -> entry;
                case REMOVE -> null;
                case WRITE -> change.state() == null ? null : new Entry<>(change.state(), time.millis());
            };
        }

        R result() {
            if (change == null) {
                throw new IllegalStateException("the cache did not call the step");
            }
            return change.result();
        }
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super S> action) {
        cache.asMap().forEach((key, entry) -> action.accept(key, entry.state()));
    }

    @Override
    public long expire(Instant before) {
        kind.checkEvictable();
        long expired = 0;
        for (Map.Entry<String, Entry<S>> entry : cache.asMap().entrySet()) {
            if (entry.getValue().writtenAt() < before.toEpochMilli()) {
                lost.add(entry.getKey(), entry.getValue().writtenAt());
                expired += cache.asMap().remove(entry.getKey(), entry.getValue()) ? 1 : 0;
            }
        }
        return expired;
    }
}
