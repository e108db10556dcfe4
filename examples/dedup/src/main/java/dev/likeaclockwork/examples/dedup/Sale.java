// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.dedup;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.LamportTimestamp;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.event.IncomingEvent;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * An event: a till sold pieces of a product. In its Kafka record, the product is the key, the number of pieces is the
 * value, and the timestamps are headers.
 *
 * @param lamport the timestamp whose node is the till
 */
record Sale(String product, int pieces, LamportTimestamp lamport, VectorTimestamp vector) {
    static final String TOPIC = "sales";

    static Sale from(ConsumerRecord<String, byte[]> message) {
        Function<String, byte @Nullable []> headers =
                name -> value(message.headers().lastHeader(name));
        return new Sale(
                message.key(),
                pieces(message.value()),
                BinaryTransport.extractLamport(headers).orElseThrow(),
                BinaryTransport.extractVector(headers).orElseThrow());
    }

    private static byte @Nullable [] value(@Nullable Header header) {
        return header == null ? null : header.value();
    }

    static int pieces(byte[] value) {
        return Integer.parseInt(new String(value, StandardCharsets.UTF_8));
    }

    ProducerRecord<String, byte[]> toRecord() {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(TOPIC, product, value());
        BinaryTransport.inject(lamport, message.headers()::add);
        BinaryTransport.inject(vector, message.headers()::add);
        return message;
    }

    /** The event for the guard. Its identity is the till and its counter, not the Kafka record that carries it. */
    IncomingEvent event() {
        return IncomingEvent.byDot(lamport.node(), vector)
                .withLamportTime(lamport.time())
                .withPayload(value());
    }

    private byte[] value() {
        return Integer.toString(pieces).getBytes(StandardCharsets.UTF_8);
    }

    /** The till and its counter, such as {@code till-1/pears:3}. */
    String name() {
        return event().stamp().name().toString();
    }
}
