// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.benchmarks;

import dev.likeaclockwork.BinaryTransport;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** What one writes without a guard: a store from the id of each event to its time, and what is in it is dropped. */
final class PlainDeduplication implements FixedKeyProcessorSupplier<String, String, String> {
    static final String STORE = "plain-ids";

    @Override
    public FixedKeyProcessor<String, String, String> get() {
        return new ById();
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.Long()));
    }

    private static final class ById implements FixedKeyProcessor<String, String, String> {
        private @Nullable FixedKeyProcessorContext<String, String> context;
        private @Nullable KeyValueStore<String, Long> seen;

        @Override
        public void init(FixedKeyProcessorContext<String, String> context) {
            this.context = context;
            this.seen = context.getStateStore(STORE);
        }

        @Override
        public void process(FixedKeyRecord<String, String> message) {
            KeyValueStore<String, Long> ids = Objects.requireNonNull(seen);
            String id = new String(
                    message.headers()
                            .lastHeader(BinaryTransport.EVENT_ID_HEADER)
                            .value(),
                    StandardCharsets.UTF_8);
            if (ids.get(id) == null) {
                ids.put(id, message.timestamp());
                Objects.requireNonNull(context).forward(message);
            }
        }
    }
}
