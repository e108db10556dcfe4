// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.kafkastreams;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.LamportTimestamp;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.event.IncomingEvent;
import dev.likeaclockwork.wire.MalformedCausalityException;
import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/**
 * Reads the event of a record: its name and its stamp, from the headers of {@link BinaryTransport}. Thread-safe.
 *
 * <p>Name all events of one key in the same way. Any number of consecutive dots take a few bytes to remember; each id
 * takes as many bytes as it has.
 */
@FunctionalInterface
public interface EventReader<K, V> {
    /**
     * The event of a record.
     *
     * @throws IllegalArgumentException if a required header is absent or malformed; the verdict on the record is then
     *     UNKNOWN
     */
    IncomingEvent read(FixedKeyRecord<? extends K, ? extends V> message);

    /**
     * Names events by the header {@value BinaryTransport#EVENT_ID_HEADER}. An event without a vector timestamp is
     * judged by its id alone.
     */
    static <K, V> EventReader<K, V> byId() {
        return message -> {
            String id = CausalHeaders.text(message.headers(), BinaryTransport.EVENT_ID_HEADER)
                    .orElseThrow(() -> absent(BinaryTransport.EVENT_ID_HEADER));
            return IncomingEvent.byId(id, CausalHeaders.stamp(message.headers()).orElseGet(VectorTimestamp::empty));
        };
    }

    /**
     * Names events by their node, which a function finds in the record, and its counter in
     * {@value BinaryTransport#VECTOR_HEADER}.
     */
    static <K, V> EventReader<K, V> byNode(Function<? super FixedKeyRecord<? extends K, ? extends V>, String> node) {
        Objects.requireNonNull(node, "node");
        return message -> IncomingEvent.byDot(node.apply(message), stamp(message.headers()));
    }

    /**
     * Names events by the node of {@value BinaryTransport#LAMPORT_HEADER}, and its counter in
     * {@value BinaryTransport#VECTOR_HEADER}.
     */
    static <K, V> EventReader<K, V> byLamportNode() {
        return message -> {
            LamportTimestamp lamport = BinaryTransport.extractLamport(CausalHeaders.getter(message.headers()))
                    .orElseThrow(() -> absent(BinaryTransport.LAMPORT_HEADER));
            return IncomingEvent.byDot(lamport.node(), stamp(message.headers())).withLamportTime(lamport.time());
        };
    }

    private static VectorTimestamp stamp(Headers headers) {
        return CausalHeaders.stamp(headers).orElseThrow(() -> absent(BinaryTransport.VECTOR_HEADER));
    }

    private static MalformedCausalityException absent(String header) {
        return MalformedCausalityException.absent(header);
    }
}
