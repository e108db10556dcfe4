// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.kafkastreams;

import dev.likeaclockwork.guard.StateStoreContract;
import dev.likeaclockwork.guard.state.StateStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.ValueTimestampHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract of stores, over the stores of a task as Kafka Streams makes them. */
class StreamsStoreTest extends StateStoreContract {
    private static final List<String> KINDS =
            List.of("texts", "others", "events-history", "events-conflicts", "stock-versioned");

    private static final class Idle implements FixedKeyProcessor<String, String, String> {
        @Override
        public void process(FixedKeyRecord<String, String> message) {}
    }

    @TempDir
    Path directory;

    private TopologyTestDriver driver;

    @Override
    protected StateStore open(InstantSource time) {
        Set<StoreBuilder<?>> stores = KINDS.stream()
                .map(kind -> StreamsStore.builder(kind).withCachingDisabled().withLoggingDisabled())
                .collect(Collectors.toSet());
        StreamsBuilder builder = new StreamsBuilder();
        KStream<String, String> input = builder.stream("input");
        input.processValues(new FixedKeySupplier<>(Idle::new, stores));
        driver = new TopologyTestDriver(builder.build(), TestStreams.settings(directory));
        driver.createInputTopic("input", new StringSerializer(), new StringSerializer())
                .pipeInput("k", "gives the task the context of a record");
        return new StreamsStore(this::store, time);
    }

    private KeyValueStore<String, ValueTimestampHeaders<byte[]>> store(String kind) {
        return driver.getTimestampedKeyValueStoreWithHeaders(kind);
    }

    @AfterEach
    void close() {
        driver.close();
    }
}
