// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.kafkastreams;

import dev.likeaclockwork.guard.state.StateKind;
import dev.likeaclockwork.guard.state.StateStore;
import dev.likeaclockwork.guard.state.StateTable;
import dev.likeaclockwork.guard.versioned.Versioned;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.ValueTimestampHeaders;

/** The states of the guard in the stores of one task, one for each kind and with the kind's name. Thread-safe. */
final class StreamsStore implements StateStore {
    private final Function<String, KeyValueStore<String, ValueTimestampHeaders<byte[]>>> stores;
    private final InstantSource time;
    private final Map<String, StreamsTable<?>> tables = new ConcurrentHashMap<>();

    StreamsStore(Function<String, KeyValueStore<String, ValueTimestampHeaders<byte[]>>> stores, InstantSource time) {
        this.stores = stores;
        this.time = time;
    }

    /**
     * The stores that a processor is connected with.
     *
     * @throws IllegalStateException if the processing guarantee is not {@code exactly_once_v2}: Kafka Streams could
     *     then keep states and lose the records that were sent with them
     */
    static StreamsStore of(ProcessingContext context) {
        Object guarantee = context.appConfigs().get(StreamsConfig.PROCESSING_GUARANTEE_CONFIG);
        if (!StreamsConfig.EXACTLY_ONCE_V2.equals(guarantee)) {
            throw new IllegalStateException("the guard needs " + StreamsConfig.PROCESSING_GUARANTEE_CONFIG + "="
                    + StreamsConfig.EXACTLY_ONCE_V2 + ", but it is " + guarantee
                    + ": after a crash, events that were remembered and never sent on would be dropped as duplicates");
        }
        return new StreamsStore(context::getStateStore, time(context));
    }

    /** The wall clock of a task, which tests can move. */
    static InstantSource time(ProcessingContext context) {
        return () -> Instant.ofEpochMilli(context.currentSystemTimeMs());
    }

    /** The store of one kind: on disk, with a changelog. */
    static StoreBuilder<?> builder(String kind) {
        return Stores.timestampedKeyValueStoreWithHeadersBuilder(
                Stores.persistentTimestampedKeyValueStoreWithHeaders(kind), Serdes.String(), Serdes.ByteArray());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S> StateTable<S> table(StateKind<S> kind) {
        return (StateTable<S>) tables.computeIfAbsent(
                kind.name(), name -> new StreamsTable<>(kind, stores.apply(name), StreamsStore::headers, time));
    }

    /** The headers of a state in the store and its changelog: a versioned value has its context there, like records. */
    private static Headers headers(Object state) {
        Headers headers = new RecordHeaders();
        if (state instanceof Versioned<?> versioned) {
            CausalHeaders.putContext(headers, versioned.context());
        }
        return headers;
    }

    /** Expires states of a kind among the next {@code keys} keys. */
    long sweep(String kind, Instant before, int keys) {
        StreamsTable<?> table = tables.get(kind);
        return table == null ? 0 : table.sweep(before, keys);
    }
}
