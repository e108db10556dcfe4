// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.kafka;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.runtime.propagation.CarrierGetter;
import dev.likeaclockwork.runtime.propagation.CarrierSetter;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the vector in the headers of messages. Header names are compared ignoring case; of several values,
 * the last one counts.
 */
final class RecordHeaderCarrier {
    private RecordHeaderCarrier() {}

    static CarrierGetter getter(Headers headers) {
        return CarrierGetter.binary(name -> last(headers, name));
    }

    private static byte @Nullable [] last(Headers headers, String name) {
        byte[] value = null;
        for (Header header : headers) {
            if (header.key().equalsIgnoreCase(name)) {
                value = header.value();
            }
        }
        return value;
    }

    /** Returns a setter that adds the header. The message must not have one; see {@link #copyWithoutVector}. */
    static CarrierSetter setter(ProducerRecord<?, ?> message) {
        return CarrierSetter.binary(message.headers()::add);
    }

    /**
     * Returns a copy without the header. A copy is needed because Kafka makes the headers of a sent message read-only.
     */
    static <K, V> ProducerRecord<K, V> copyWithoutVector(ProducerRecord<K, V> message) {
        return new ProducerRecord<>(
                message.topic(),
                message.partition(),
                message.timestamp(),
                message.key(),
                message.value(),
                withoutVector(message.headers()));
    }

    private static List<Header> withoutVector(Headers headers) {
        List<Header> others = new ArrayList<>();
        for (Header header : headers) {
            if (!header.key().equalsIgnoreCase(BinaryTransport.VECTOR_HEADER)) {
                others.add(header);
            }
        }
        return others;
    }
}
