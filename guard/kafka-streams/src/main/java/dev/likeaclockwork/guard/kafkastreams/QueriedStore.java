// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.kafkastreams;

import dev.likeaclockwork.guard.state.Change;
import dev.likeaclockwork.guard.state.Keys;
import dev.likeaclockwork.guard.state.StateKind;
import dev.likeaclockwork.guard.state.StateStore;
import dev.likeaclockwork.guard.state.StateTable;
import dev.likeaclockwork.guard.state.StoreException;
import dev.likeaclockwork.guard.state.StoredState;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueTimestampHeaders;
import org.jspecify.annotations.Nullable;

/** A read-only view of the states in the partitions of a running instance. Thread-safe. */
final class QueriedStore implements StateStore {
    private final KafkaStreams streams;

    QueriedStore(KafkaStreams streams) {
        this.streams = streams;
    }

    @Override
    public <S> StateTable<S> table(StateKind<S> kind) {
        return new Table<>(kind);
    }

    private final class Table<S> implements StateTable<S> {
        private final StateKind<S> kind;

        Table(StateKind<S> kind) {
            this.kind = kind;
        }

        @Override
        public boolean joinsTransaction() {
            return false;
        }

        @Override
        public StoredState<S> read(String key) {
            Keys.check(key);
            return ask(store -> {
                ValueTimestampHeaders<byte[]> state = store.get(key);
                return state == null
                        ? StoredState.empty(lostUntil(store))
                        : StoredState.of(kind.decode(key, state.value()));
            });
        }

        /** The latest time of all partitions, because the partition of an absent key is not known here. */
        private @Nullable Instant lostUntil(ReadOnlyKeyValueStore<String, ValueTimestampHeaders<byte[]>> store) {
            long latest = -1;
            try (KeyValueIterator<String, ValueTimestampHeaders<byte[]>> all =
                    store.range(StreamsTable.LOST, StreamsTable.LOST)) {
                while (all.hasNext()) {
                    latest = Math.max(latest, all.next().value.timestamp());
                }
            }
            return latest < 0 ? null : Instant.ofEpochMilli(latest);
        }

        @Override
        public void forEach(BiConsumer<? super String, ? super S> action) {
            ask(store -> {
                try (KeyValueIterator<String, ValueTimestampHeaders<byte[]>> all = store.all()) {
                    all.forEachRemaining(entry -> StreamsTable.accept(kind, entry, action));
                }
                return store;
            });
        }

        private <R> R ask(Function<ReadOnlyKeyValueStore<String, ValueTimestampHeaders<byte[]>>, R> question) {
            try {
                return question.apply(streams.store(StoreQueryParameters.fromNameAndType(
                        kind.name(), QueryableStoreTypes.<String, byte[]>timestampedKeyValueStoreWithHeaders())));
            } catch (InvalidStateStoreException e) {
                throw new StoreException("cannot read " + kind.name() + " now", true, e);
            }
        }

        @Override
        public <R> R update(String key, Function<? super StoredState<S>, Change<S, R>> step) {
            throw new UnsupportedOperationException("only the task of a key can write its " + kind.name());
        }

        @Override
        public long expire(Instant before) {
            throw new UnsupportedOperationException("only the tasks can expire " + kind.name());
        }
    }
}
