// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.kafkastreams;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.wire.WireLimits;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.kstream.Aggregator;
import org.apache.kafka.streams.kstream.Initializer;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Reducer;
import org.apache.kafka.streams.kstream.ValueJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A value with the stamp of all records that it was computed from: the least upper bound of their vector timestamps.
 *
 * <p>Joins and aggregates of Kafka Streams see values only, and forward the headers of the record that triggered them.
 * Stamps are therefore moved from the headers to the values before, and back afterwards:
 *
 * <pre>{@code
 * KStream<String, Stamped<Integer>> amounts = Stamped.lift(orders);
 * KTable<String, Stamped<Integer>> sums = amounts
 *         .groupByKey(Grouped.with(Serdes.String(), Stamped.serde(Serdes.Integer())))
 *         .reduce(Stamped.reducer(Integer::sum));
 * Stamped.lower(sums.toStream()).to("sums", Produced.with(Serdes.String(), Serdes.Integer()));
 * }</pre>
 *
 * <p>A record without a stamp adds nothing. A stamp never exceeds {@link WireLimits#DEFAULT}: a stamp with more entries
 * is unknown, and so are the stamps computed from it. No entries are dropped, because ordered events would then appear
 * to be concurrent.
 *
 * <p>Immutable if the value is.
 */
public final class Stamped<V> {
    /** The largest size of an entry: an id of 128 characters with its length, and a counter. */
    private static final int MAX_ENTRY_BYTES = 140;

    private final V value;

    /** The stamp; null if it is unknown, because it was malformed or would be too large. */
    private final @Nullable VectorTimestamp stamp;

    private Stamped(V value, @Nullable VectorTimestamp stamp) {
        this.value = Objects.requireNonNull(value, "value");
        this.stamp = stamp;
    }

    /**
     * A value with a stamp, which is {@linkplain VectorTimestamp#empty empty} if no record behind the value had one.
     */
    public static <V> Stamped<V> of(V value, VectorTimestamp stamp) {
        return new Stamped<>(value, isTooLarge(stamp) ? null : stamp);
    }

    static <V> Stamped<V> unknown(V value) {
        return new Stamped<>(value, null);
    }

    private static boolean isTooLarge(VectorTimestamp stamp) {
        if (stamp.size() * MAX_ENTRY_BYTES <= WireLimits.DEFAULT.maxBytes()) {
            return false;
        }
        if (stamp.size() > WireLimits.DEFAULT.maxEntries()) {
            return true;
        }
        int[] size = {0};
        BinaryTransport.inject(stamp, (name, bytes) -> size[0] = bytes.length);
        return size[0] > WireLimits.DEFAULT.maxBytes();
    }

    /**
     * Moves the stamp of each record from its header to its value. A malformed stamp is unknown. Null values stay null.
     */
    public static <K, V> KStream<K, Stamped<V>> lift(KStream<K, V> stream) {
        return stream.processValues(HeaderToValueProcessor::new);
    }

    /**
     * Moves the stamp of each value to the header {@value BinaryTransport#VECTOR_HEADER} of its record. The other
     * headers of causality are removed, because they name the event that triggered the result instead of the result.
     */
    public static <K, V> KStream<K, V> lower(KStream<K, Stamped<V>> stream) {
        return stream.processValues(ValueToHeaderProcessor::new);
    }

    /** Joins values, and merges their stamps. Suits inner, left and outer joins. */
    public static <A, B, R> ValueJoiner<Stamped<A>, Stamped<B>, Stamped<R>> joiner(
            ValueJoiner<? super A, ? super B, ? extends R> joiner) {
        Objects.requireNonNull(joiner, "joiner");
        return (a, b) -> merged(joiner.apply(valueOf(a), valueOf(b)), a, b);
    }

    /** Reduces values, and merges their stamps. */
    public static <V> Reducer<Stamped<V>> reducer(Reducer<V> reducer) {
        Objects.requireNonNull(reducer, "reducer");
        return (a, b) -> merged(reducer.apply(a.value, b.value), a, b);
    }

    /** Initializes an aggregate, with an empty stamp. */
    public static <A> Initializer<Stamped<A>> initializer(Initializer<A> initializer) {
        Objects.requireNonNull(initializer, "initializer");
        return () -> of(initializer.apply(), VectorTimestamp.empty());
    }

    /**
     * Adds a value to an aggregate, or subtracts it, and merges their stamps: the result depends on subtracted values,
     * too.
     */
    public static <K, V, A> Aggregator<K, Stamped<V>, Stamped<A>> aggregator(
            Aggregator<? super K, ? super V, A> aggregator) {
        Objects.requireNonNull(aggregator, "aggregator");
        return (key, value, aggregate) ->
                merged(aggregator.apply(key, value.value, valueOf(aggregate)), value, aggregate);
    }

    private static <R> @Nullable Stamped<R> merged(@Nullable R value, @Nullable Stamped<?> a, @Nullable Stamped<?> b) {
        if (value == null) {
            return null;
        }
        VectorTimestamp left = a == null ? VectorTimestamp.empty() : a.stamp;
        VectorTimestamp right = b == null ? VectorTimestamp.empty() : b.stamp;
        return left == null || right == null ? unknown(value) : of(value, left.merge(right));
    }

    private static <V> @Nullable V valueOf(@Nullable Stamped<V> stamped) {
        return stamped == null ? null : stamped.value;
    }

    /** The serde of stamped values in topics and stores, for a serde of values. */
    public static <V> Serde<Stamped<V>> serde(Serde<V> values) {
        return new StampedSerde<>(values);
    }

    /** The value. */
    public V value() {
        return value;
    }

    /** The stamp, without entries if no record behind the value had one; empty if it is unknown. */
    public Optional<VectorTimestamp> stamp() {
        return Optional.ofNullable(stamp);
    }

    /** Whether values and stamps are equal. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Stamped<?> that && value.equals(that.value) && Objects.equals(stamp, that.stamp);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value, stamp);
    }

    /** Value and stamp. */
    @Override
    public String toString() {
        return value + " [" + (stamp == null ? "unknown" : stamp) + "]";
    }
}
