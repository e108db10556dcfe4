// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.kafkastreams;

import dev.likeaclockwork.guard.CausalDeduplicator;
import dev.likeaclockwork.guard.CausalDeduplicatorBuilder;
import dev.likeaclockwork.guard.GuardPolicy;
import dev.likeaclockwork.guard.state.StateStore;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A {@link CausalDeduplicator} for each task of a Kafka Streams application: processes each event of a key once.
 *
 * <pre>{@code
 * GuardPolicy policy = GuardPolicy.operations(Action.QUEUE);
 * KStream<String, Order> once = orders.processValues(CausalDeduplication.of("orders", policy));
 *
 * GuardedStream<String, Order> guarded = CausalDeduplication.<Order>of("orders", policy).split(orders);
 * guarded.processed().to("orders-once");
 * guarded.queued().to("orders-conflicts");
 * }</pre>
 *
 * <p>Verdict, memory and the records that are forwarded commit together, so that each event has its effects in the
 * topology exactly once. This requires {@code processing.guarantee=exactly_once_v2}; the topology does not start
 * without it. The memory is in the stores {@code <name>-history} and {@code <name>-conflicts}, which have changelogs
 * and move with their partitions. The stream must be partitioned by the key of the events.
 *
 * <p>Immutable; methods that change a setting return a changed copy.
 */
public final class CausalDeduplication<K, V> implements FixedKeyProcessorSupplier<K, V, V> {
    /** The header of a queued or dropped record with the decision and the reason for it, in one sentence. */
    public static final String DECISION_HEADER = CausalHeaders.DECISION;

    /**
     * The header that resolves a queued record: {@code keep} to process it, {@code reject} to drop it for good. Send
     * the record with this header to its original topic, with its own key and headers.
     */
    public static final String RESOLUTION_HEADER = CausalHeaders.RESOLUTION;

    private final String name;
    private final GuardPolicy policy;
    private final Function<? super K, String> keys;
    private final EventReader<? super K, ? super V> reader;
    private final UnaryOperator<CausalDeduplicatorBuilder> settings;
    private final @Nullable Duration idle;

    private CausalDeduplication(
            String name,
            GuardPolicy policy,
            Function<? super K, String> keys,
            EventReader<? super K, ? super V> reader,
            UnaryOperator<CausalDeduplicatorBuilder> settings,
            @Nullable Duration idle) {
        this.name = Objects.requireNonNull(name, "name");
        this.policy = Objects.requireNonNull(policy, "policy");
        this.keys = Objects.requireNonNull(keys, "keys");
        this.reader = Objects.requireNonNull(reader, "reader");
        this.settings = Objects.requireNonNull(settings, "settings");
        this.idle = idle;
    }

    /**
     * A deduplication of events with textual keys, which are named by their ids.
     *
     * @param name at most 24 lower-case letters, digits and dashes, starting with a letter
     */
    public static <V> CausalDeduplication<String, V> of(String name, GuardPolicy policy) {
        return of(name, policy, key -> key);
    }

    /**
     * A deduplication of events with keys of any type, which are named by their ids.
     *
     * @param name at most 24 lower-case letters, digits and dashes, starting with a letter
     * @param keys maps keys to texts one to one
     */
    public static <K, V> CausalDeduplication<K, V> of(
            String name, GuardPolicy policy, Function<? super K, String> keys) {
        return new CausalDeduplication<>(name, policy, keys, EventReader.byId(), guard -> guard, null);
    }

    /** This deduplication with another reader of events from records. */
    public CausalDeduplication<K, V> readBy(EventReader<? super K, ? super V> reader) {
        return new CausalDeduplication<>(name, policy, keys, reader, settings, idle);
    }

    /**
     * This deduplication with settings of the deduplicator, such as limits and a conflict handler. The merge of a
     * handler runs instead of forwarding the record.
     */
    public CausalDeduplication<K, V> with(UnaryOperator<CausalDeduplicatorBuilder> settings) {
        return new CausalDeduplication<>(name, policy, keys, reader, settings, idle);
    }

    /**
     * This deduplication with an idle time after which it forgets keys, by the wall clock. The next event of such a key
     * is UNKNOWN, unless a redelivery horizon has passed: see {@link CausalDeduplicator#forgetIdleSince}. Each task
     * examines 10,000 keys a second.
     */
    public CausalDeduplication<K, V> forgettingAfter(Duration idle) {
        return new CausalDeduplication<>(name, policy, keys, reader, settings, Objects.requireNonNull(idle, "idle"));
    }

    /** Deduplicates a stream, and splits it into processed, queued and dropped records. */
    public GuardedStream<K, V> split(KStream<K, V> stream) {
        Routes routes = Routes.of(name);
        KStream<K, V> all = stream.processValues(
                new FixedKeySupplier<>(() -> new DeduplicatingProcessor<>(this, routes), stores()),
                Named.as(name + "-guard"));
        return new GuardedStream<>(
                branch(all, routes.processed()), branch(all, routes.queued()), branch(all, routes.dropped()));
    }

    private static <K, V> KStream<K, V> branch(KStream<K, V> all, String child) {
        return all.mapValues(value -> value, Named.as(child));
    }

    /** A processor that forwards processed records, and counts the others. Called by Kafka Streams. */
    @Override
    public FixedKeyProcessor<K, V, V> get() {
        return new DeduplicatingProcessor<>(this, null);
    }

    /** The stores of history and conflict queue. Called by Kafka Streams. */
    @Override
    public Set<StoreBuilder<?>> stores() {
        Set<StoreBuilder<?>> stores = new LinkedHashSet<>();
        stores.add(StreamsStore.builder(historyStore()));
        stores.add(StreamsStore.builder(name + "-conflicts"));
        return stores;
    }

    /**
     * A read-only view of the keys whose partitions a running instance has: {@code judge}, {@code latest} and
     * {@code conflicts} work, and changes throw an exception. {@link KafkaStreams#queryMetadataForKey} finds the
     * instance of a key, for the store {@code <name>-history}.
     */
    public CausalDeduplicator view(KafkaStreams streams) {
        return guard(new QueriedStore(Objects.requireNonNull(streams, "streams")))
                .build();
    }

    String name() {
        return name;
    }

    String historyStore() {
        return name + "-history";
    }

    GuardPolicy policy() {
        return policy;
    }

    Function<? super K, String> keys() {
        return keys;
    }

    EventReader<? super K, ? super V> reader() {
        return reader;
    }

    @Nullable
    Duration idle() {
        return idle;
    }

    CausalDeduplicatorBuilder guard(StateStore store) {
        return settings.apply(CausalDeduplicator.on(store, policy).named(name));
    }
}
