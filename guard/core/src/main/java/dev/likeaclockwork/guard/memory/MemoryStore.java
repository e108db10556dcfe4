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
 * A store in memory, for tests and for consumers that may lose their memory when the process restarts. Thread-safe.
 *
 * <p>It evicts the least used keys when there are more than its maximum. The next event of an evicted key is UNKNOWN
 * and not mistaken for the first event of the key. The conflict queue and versioned values are never evicted.
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
     * An empty store with a maximum number of keys.
     *
     * @param maximumKeys the number of keys of each evictable kind, at least 1; the record of evicted keys takes 16
     *     bytes for each of them from the start
     * @throws IllegalArgumentException if {@code maximumKeys} is below 1 or above 2<sup>31</sup>-1
     */
    public static MemoryStore ofAtMost(long maximumKeys) {
        return ofAtMost(maximumKeys, InstantSource.system());
    }

    /** An empty store with a maximum number of keys, and a wall clock other than the system's. */
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
