// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.kafkastreams;

import dev.likeaclockwork.guard.state.Keys;
import dev.likeaclockwork.guard.versioned.Merge;
import dev.likeaclockwork.guard.versioned.PutOutcome;
import dev.likeaclockwork.guard.versioned.Versioned;
import dev.likeaclockwork.guard.versioned.VersionedStore;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes the records of one task to a {@link VersionedStore}, and forwards versioned values and refused writes. Used by
 * one thread.
 */
final class VersioningProcessor<K, V> implements FixedKeyProcessor<K, V, Object> {
    private final CausalVersions<K, V> settings;
    private final Routes routes;
    private @Nullable FixedKeyProcessorContext<K, Object> context;
    private @Nullable VersionedStore<V> store;

    VersioningProcessor(CausalVersions<K, V> settings, Routes routes) {
        this.settings = settings;
        this.routes = routes;
    }

    @Override
    public void init(FixedKeyProcessorContext<K, Object> context) {
        this.context = context;
        this.store = settings.store(StreamsStore.of(context));
    }

    @Override
    public void process(FixedKeyRecord<K, V> write) {
        String key;
        PutOutcome<V> outcome;
        try {
            key = key(write);
            outcome = Objects.requireNonNull(store, "init")
                    .put(key, CausalHeaders.context(write.headers()), write.value());
        } catch (IllegalArgumentException e) {
            refuse(write, e.getMessage());
            return;
        }
        report(write, key, outcome);
    }

    private String key(FixedKeyRecord<K, V> write) {
        if (write.key() == null || write.value() == null) {
            throw new IllegalArgumentException("the record has no " + (write.key() == null ? "key" : "value"));
        }
        return Keys.check(settings.keys().apply(write.key()));
    }

    private void report(FixedKeyRecord<K, V> write, String key, PutOutcome<V> outcome) {
        if (!outcome.isStored()) {
            refuse(write, "there are " + outcome.now().siblings().size() + " siblings already");
        } else if (outcome instanceof PutOutcome.Siblings) {
            forward(write, outcome.now(), routes.queued());
            merge(write, key);
        } else {
            forward(write, outcome.now(), routes.processed());
        }
    }

    private void merge(FixedKeyRecord<K, V> write, String key) {
        Merge<V> merge = settings.merge();
        if (merge != null) {
            forward(write, Objects.requireNonNull(store, "init").resolve(key, merge), routes.processed());
        }
    }

    private void forward(FixedKeyRecord<K, V> write, Versioned<V> value, String child) {
        Headers headers = new RecordHeaders(write.headers());
        CausalHeaders.putContext(headers, value.context());
        Objects.requireNonNull(context, "init")
                .forward(write.<Object>withValue(value).withHeaders(headers), child);
    }

    private void refuse(FixedKeyRecord<K, V> write, @Nullable String reason) {
        Headers headers = new RecordHeaders(write.headers());
        CausalHeaders.putText(headers, CausalHeaders.DECISION, "REFUSED: " + reason);
        Objects.requireNonNull(context, "init")
                .forward(write.<Object>withValue(write.value()).withHeaders(headers), routes.dropped());
    }
}
