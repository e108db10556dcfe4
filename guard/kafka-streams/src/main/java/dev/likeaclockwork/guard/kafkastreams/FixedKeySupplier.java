// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.kafkastreams;

import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** A supplier of processors that share state stores. */
record FixedKeySupplier<K, V, R>(Supplier<FixedKeyProcessor<K, V, R>> processors, Set<StoreBuilder<?>> stores)
        implements FixedKeyProcessorSupplier<K, V, R> {
    @Override
    public FixedKeyProcessor<K, V, R> get() {
        return processors.get();
    }
}
