// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.kafkastreams;

import dev.likeaclockwork.BinaryTransport;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/** Moves the stamp of each record from its value into its headers. Used by one thread. */
final class ValueToHeaderProcessor<K, V> extends ContextualFixedKeyProcessor<K, Stamped<V>, V> {
    @Override
    public void process(FixedKeyRecord<K, Stamped<V>> message) {
        Stamped<V> stamped = message.value();
        context()
                .forward(message.<@Nullable V>withValue(stamped == null ? null : stamped.value())
                        .withHeaders(headers(message.headers(), stamped)));
    }

    private static Headers headers(Headers triggering, @Nullable Stamped<?> stamped) {
        Headers headers = new RecordHeaders(triggering)
                .remove(BinaryTransport.VECTOR_HEADER)
                .remove(BinaryTransport.LAMPORT_HEADER)
                .remove(BinaryTransport.EVENT_ID_HEADER)
                .remove(BinaryTransport.EVENT_TYPE_HEADER);
        if (stamped != null) {
            stamped.stamp()
                    .filter(stamp -> stamp.size() > 0)
                    .ifPresent(stamp -> CausalHeaders.putStamp(headers, stamp));
        }
        return headers;
    }
}
