// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.kafkastreams;

import dev.likeaclockwork.guard.state.Codec;
import dev.likeaclockwork.guard.state.StateStore;
import dev.likeaclockwork.guard.versioned.Merge;
import dev.likeaclockwork.guard.versioned.Versioned;
import dev.likeaclockwork.guard.versioned.VersionedStore;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A {@link VersionedStore} for each task of a Kafka Streams application: it keeps all concurrently written values of a
 * key.
 *
 * <pre>{@code
 * CausalVersions<String, Stock> versions = CausalVersions.of("stock", "warehouse", codec);
 * VersionedStream<String, Stock> stock = versions.split(writes);
 * stock.accepted().to("stock", Produced.with(Serdes.String(), versions.serde()));
 * stock.conflicts().to("stock-conflicts", Produced.with(Serdes.String(), versions.serde()));
 * }</pre>
 *
 * <p>Each record is a write. Its header {@value #CONTEXT_HEADER} has the {@linkplain Versioned#context() context} that
 * its writer had read; without the header, the writer had read nothing. All output records have this header. A write
 * that is delivered twice becomes its own sibling; put a {@link CausalDeduplication} before.
 *
 * <p>The values are in the store {@code <name>-versioned}, with the context as header. This requires
 * {@code processing.guarantee=exactly_once_v2}. Immutable.
 */
public final class CausalVersions<K, V> {
    /** The header with the context that a writer had read: a vector of versions, as MessagePack. */
    public static final String CONTEXT_HEADER = CausalHeaders.CONTEXT;

    private final String name;
    private final String owner;
    private final Codec<V> values;
    private final Function<? super K, String> keys;
    private final @Nullable Merge<V> merge;

    private CausalVersions(
            String name, String owner, Codec<V> values, Function<? super K, String> keys, @Nullable Merge<V> merge) {
        this.name = Objects.requireNonNull(name, "name");
        this.owner = Objects.requireNonNull(owner, "owner");
        this.values = Objects.requireNonNull(values, "values");
        this.keys = Objects.requireNonNull(keys, "keys");
        this.merge = merge;
    }

    /**
     * Versioned values with textual keys.
     *
     * @param name the name of the kind: at most 24 lower-case letters, digits and dashes, starting with a letter
     * @param owner the node that accepts writes: one for the application, and a new one after its state was reset
     */
    public static <V> CausalVersions<String, V> of(String name, String owner, Codec<V> values) {
        return of(name, owner, values, key -> key);
    }

    /**
     * Versioned values with keys of any type.
     *
     * @param name the name of the kind: at most 24 lower-case letters, digits and dashes, starting with a letter
     * @param owner the node that accepts writes: one for the application, and a new one after its state was reset
     * @param keys maps keys to texts one to one
     */
    public static <K, V> CausalVersions<K, V> of(
            String name, String owner, Codec<V> values, Function<? super K, String> keys) {
        return new CausalVersions<>(name, owner, values, keys, null);
    }

    /** These values with a merge that replaces siblings at once. The conflict is still forwarded. */
    public CausalVersions<K, V> mergedBy(Merge<V> merge) {
        return new CausalVersions<>(name, owner, values, keys, Objects.requireNonNull(merge, "merge"));
    }

    /** Writes the records of a stream. */
    @SuppressWarnings("unchecked")
    public VersionedStream<K, V> split(KStream<K, V> writes) {
        Routes routes = new Routes(name + "-accepted", name + "-conflict", name + "-refused");
        Set<StoreBuilder<?>> stores = Set.of(StreamsStore.builder(name + "-versioned"));
        KStream<K, Object> all = writes.processValues(
                new FixedKeySupplier<>(() -> new VersioningProcessor<>(this, routes), stores),
                Named.as(name + "-versions"));
        return new VersionedStream<>(
                all.mapValues(value -> (Versioned<V>) value, Named.as(routes.processed())),
                all.mapValues(value -> (Versioned<V>) value, Named.as(routes.queued())),
                all.mapValues(value -> (V) value, Named.as(routes.dropped())));
    }

    /** The serde of versioned values in topics. */
    public Serde<Versioned<V>> serde() {
        Codec<Versioned<V>> codec = Versioned.codec(values);
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : codec.encode(value),
                (topic, bytes) -> bytes == null ? null : codec.decode(bytes));
    }

    /** A read-only view of the keys whose partitions a running instance has. */
    public VersionedStore<V> view(KafkaStreams streams) {
        return store(new QueriedStore(Objects.requireNonNull(streams, "streams")));
    }

    VersionedStore<V> store(StateStore store) {
        return VersionedStore.in(store, name, owner, values);
    }

    Function<? super K, String> keys() {
        return keys;
    }

    @Nullable
    Merge<V> merge() {
        return merge;
    }
}
