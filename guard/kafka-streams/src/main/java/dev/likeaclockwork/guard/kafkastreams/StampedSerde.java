// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.kafkastreams;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.VectorTimestamp;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * The serde of stamped values: the length of the stamp in four bytes, or -1 if the stamp is unknown; the stamp as
 * MessagePack, as in headers; the value. Thread-safe if the serde of values is.
 */
final class StampedSerde<V> implements Serde<Stamped<V>> {
    private static final int UNKNOWN = -1;

    private final Serde<V> values;

    StampedSerde(Serde<V> values) {
        this.values = Objects.requireNonNull(values, "values");
    }

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        values.configure(settings, isKey);
    }

    @Override
    public void close() {
        values.close();
    }

    @Override
    public Serializer<Stamped<V>> serializer() {
        Serializer<V> serializer = values.serializer();
        return new Serializer<>() {
            @Override
            public byte @Nullable [] serialize(String topic, @Nullable Stamped<V> stamped) {
                return serialize(topic, new RecordHeaders(), stamped);
            }

            @Override
            public byte @Nullable [] serialize(String topic, Headers headers, @Nullable Stamped<V> stamped) {
                return stamped == null
                        ? null
                        : join(stamped.stamp().orElse(null), serializer.serialize(topic, headers, stamped.value()));
            }
        };
    }

    private static byte[] join(@Nullable VectorTimestamp stamp, byte[] value) {
        byte[] packed = stamp == null ? new byte[0] : pack(stamp);
        return ByteBuffer.allocate(Integer.BYTES + packed.length + value.length)
                .putInt(stamp == null ? UNKNOWN : packed.length)
                .put(packed)
                .put(value)
                .array();
    }

    private static byte[] pack(VectorTimestamp stamp) {
        byte[][] packed = new byte[1][];
        BinaryTransport.inject(stamp, (name, bytes) -> packed[0] = bytes);
        return packed[0];
    }

    @Override
    public Deserializer<Stamped<V>> deserializer() {
        Deserializer<V> deserializer = values.deserializer();
        return new Deserializer<>() {
            @Override
            public @Nullable Stamped<V> deserialize(String topic, byte @Nullable [] bytes) {
                return deserialize(topic, new RecordHeaders(), bytes);
            }

            @Override
            public @Nullable Stamped<V> deserialize(String topic, Headers headers, byte @Nullable [] bytes) {
                return bytes == null ? null : split(ByteBuffer.wrap(bytes), topic, headers, deserializer);
            }
        };
    }

    private static <V> Stamped<V> split(ByteBuffer bytes, String topic, Headers headers, Deserializer<V> deserializer) {
        int length = bytes.remaining() < Integer.BYTES ? Integer.MIN_VALUE : bytes.getInt();
        if (length < UNKNOWN || length > bytes.remaining()) {
            throw new SerializationException("a stamped value in '" + topic + "' is damaged: its stamp has no length");
        }
        byte[] packed = new byte[Math.max(0, length)];
        byte[] value = new byte[bytes.get(packed).remaining()];
        bytes.get(value);
        V decoded = deserializer.deserialize(topic, headers, value);
        return length == UNKNOWN ? Stamped.unknown(decoded) : Stamped.of(decoded, unpack(packed));
    }

    private static VectorTimestamp unpack(byte[] packed) {
        return BinaryTransport.extractVector(name -> packed).orElseGet(VectorTimestamp::empty);
    }
}
