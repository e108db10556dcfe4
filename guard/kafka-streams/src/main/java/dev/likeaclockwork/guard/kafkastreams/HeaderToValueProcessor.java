// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.kafkastreams;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.wire.MalformedCausalityException;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/** Moves the stamp of each record from its headers into its value. Used by one thread. */
final class HeaderToValueProcessor<K, V> extends ContextualFixedKeyProcessor<K, V, Stamped<V>> {
    @Override
    public void process(FixedKeyRecord<K, V> message) {
        context().forward(message.withValue(stamped(message)));
    }

    private static <V> @Nullable Stamped<V> stamped(FixedKeyRecord<?, V> message) {
        V value = message.value();
        if (value == null) {
            return null;
        }
        try {
            return Stamped.of(value, CausalHeaders.stamp(message.headers()).orElseGet(VectorTimestamp::empty));
        } catch (MalformedCausalityException e) {
            return Stamped.unknown(value);
        }
    }
}
