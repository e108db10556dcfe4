// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.memory;

import dev.likeaclockwork.guard.state.StateKind;
import dev.likeaclockwork.guard.state.StateStore;
import dev.likeaclockwork.guard.state.StateTable;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A store in memory, for tests and for consumers that may start from nothing when their process does. Thread-safe.
 *
 * <p>It forgets whole keys when there are more than its maximum, those first that are used least. An evicted key is
 * known to be one, mostly: its next event is UNKNOWN and not taken for the first one. The conflict queue and versioned
 * values are never evicted.
 */
public final class MemoryStore implements StateStore {
    private final long maximumKeys;
    private final InstantSource time;
    private final Map<String, StateTable<?>> tables = new ConcurrentHashMap<>();

    private MemoryStore(long maximumKeys, InstantSource time) {
        this.maximumKeys = maximumKeys;
        this.time = time;
    }

    /**
     * An empty store for so many keys of each kind that may be evicted.
     *
     * @param maximumKeys at least 1; 16 bytes for each are taken at once, to remember which keys were evicted
     * @throws IllegalArgumentException if {@code maximumKeys} is below 1 or above 2<sup>31</sup>-1
     */
    public static MemoryStore ofAtMost(long maximumKeys) {
        return ofAtMost(maximumKeys, InstantSource.system());
    }

    /** The same with another wall clock. */
    public static MemoryStore ofAtMost(long maximumKeys, InstantSource time) {
        if (maximumKeys < 1 || maximumKeys > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("maximumKeys must be 1 to 2^31-1, but is " + maximumKeys);
        }
        return new MemoryStore(maximumKeys, Objects.requireNonNull(time, "time"));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S> StateTable<S> table(StateKind<S> kind) {
        return (StateTable<S>) tables.computeIfAbsent(kind.name(), name -> new MemoryTable<>(kind, maximumKeys, time));
    }
}
