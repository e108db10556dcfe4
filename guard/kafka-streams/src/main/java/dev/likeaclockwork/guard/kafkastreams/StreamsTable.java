// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.kafkastreams;

import dev.likeaclockwork.guard.state.Change;
import dev.likeaclockwork.guard.state.Keys;
import dev.likeaclockwork.guard.state.StateKind;
import dev.likeaclockwork.guard.state.StateTable;
import dev.likeaclockwork.guard.state.StoredState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ValueTimestampHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The states of one kind in a store of one task: bytes, the time of the last write, and headers. Thread-safe.
 *
 * <p>Exceptions of Kafka Streams are propagated unchanged, because Kafka Streams itself handles those that mean that
 * the task has moved.
 */
final class StreamsTable<S> implements StateTable<S> {
    /** The key of the time until which states were expired. No key of a user contains a NUL. */
    static final String LOST = "\0lost";

    private static final byte[] NOTHING = {};

    private final StateKind<S> kind;
    private final KeyValueStore<String, ValueTimestampHeaders<byte[]>> store;
    private final Function<? super S, Headers> headers;
    private final InstantSource time;
    private @Nullable Instant lostUntil;

    /** The key at which the next sweep begins; null for the first key. */
    private @Nullable String nextSwept;

    StreamsTable(
            StateKind<S> kind,
            KeyValueStore<String, ValueTimestampHeaders<byte[]>> store,
            Function<? super S, Headers> headers,
            InstantSource time) {
        this.kind = kind;
        this.store = store;
        this.headers = headers;
        this.time = time;
        this.lostUntil = writtenAt(store.get(LOST));
    }

    private static @Nullable Instant writtenAt(@Nullable ValueTimestampHeaders<byte[]> state) {
        return state == null ? null : Instant.ofEpochMilli(state.timestamp());
    }

    /**
     * Always true: changes commit or abort with the transaction of the task, together with the records that it sends.
     */
    @Override
    public boolean joinsTransaction() {
        return true;
    }

    @Override
    public synchronized StoredState<S> read(String key) {
        return stored(Keys.check(key));
    }

    private StoredState<S> stored(String key) {
        ValueTimestampHeaders<byte[]> state = store.get(key);
        return state == null ? StoredState.empty(lostUntil) : StoredState.of(kind.decode(key, state.value()));
    }

    @Override
    public synchronized <R> R update(String key, Function<? super StoredState<S>, Change<S, R>> step) {
        Change<S, R> change = step.apply(stored(Keys.check(key)));
        S state = change.state();
        if (change.kind() == Change.Kind.WRITE && state != null) {
            put(key, kind.codec().encode(state), time.millis(), headers.apply(state));
        } else if (change.kind() == Change.Kind.REMOVE) {
            store.delete(key);
        }
        return change.result();
    }

    private void put(String key, byte[] state, long writtenAt, Headers headers) {
        store.put(key, ValueTimestampHeaders.make(state, writtenAt, headers));
    }

    @Override
    public synchronized void forEach(BiConsumer<? super String, ? super S> action) {
        try (KeyValueIterator<String, ValueTimestampHeaders<byte[]>> all = store.all()) {
            all.forEachRemaining(entry -> accept(kind, entry, action));
        }
    }

    static <S> void accept(
            StateKind<S> kind,
            KeyValue<String, ValueTimestampHeaders<byte[]>> entry,
            BiConsumer<? super String, ? super S> action) {
        if (!entry.key.equals(LOST)) {
            action.accept(entry.key, kind.decode(entry.key, entry.value.value()));
        }
    }

    @Override
    public synchronized long expire(Instant before) {
        nextSwept = null;
        return sweep(before, Integer.MAX_VALUE);
    }

    /**
     * Expires old states among the next {@code keys} keys after the last sweep, and begins again after the last key.
     */
    synchronized long sweep(Instant before, int keys) {
        kind.checkEvictable();
        List<String> old = oldOnes(before, keys);
        if (!old.isEmpty() && (lostUntil == null || lostUntil.isBefore(before))) {
            lostUntil = before;
            put(LOST, NOTHING, before.toEpochMilli(), new RecordHeaders());
        }
        old.forEach(store::delete);
        return old.size();
    }

    private List<String> oldOnes(Instant before, int keys) {
        List<String> old = new ArrayList<>();
        try (KeyValueIterator<String, ValueTimestampHeaders<byte[]>> rest = store.range(nextSwept, null)) {
            for (int i = 0; i < keys && rest.hasNext(); i++) {
                KeyValue<String, ValueTimestampHeaders<byte[]>> entry = rest.next();
                if (!entry.key.equals(LOST) && entry.value.timestamp() < before.toEpochMilli()) {
                    old.add(entry.key);
                }
            }
            nextSwept = rest.hasNext() ? rest.peekNextKey() : null;
        }
        return old;
    }
}
