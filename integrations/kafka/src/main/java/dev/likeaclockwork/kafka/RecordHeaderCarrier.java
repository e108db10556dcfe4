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

/** The headers of messages as carriers of stamps. Names are in any case; of several stamps, the last one counts. */
final class RecordHeaderCarrier {
    private RecordHeaderCarrier() {}

    static CarrierGetter source(Headers headers) {
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

    /** Takes the first stamp of a message that has none. */
    static CarrierSetter target(ProducerRecord<?, ?> message) {
        return CarrierSetter.binary(message.headers()::add);
    }

    /** A message that is the same but has no stamp; a message that was sent takes no headers any more. */
    static <K, V> ProducerRecord<K, V> copy(ProducerRecord<K, V> message) {
        return new ProducerRecord<>(
                message.topic(),
                message.partition(),
                message.timestamp(),
                message.key(),
                message.value(),
                withoutStamps(message.headers()));
    }

    private static List<Header> withoutStamps(Headers headers) {
        List<Header> others = new ArrayList<>();
        for (Header header : headers) {
            if (!header.key().equalsIgnoreCase(BinaryTransport.VECTOR_HEADER)) {
                others.add(header);
            }
        }
        return others;
    }
}
