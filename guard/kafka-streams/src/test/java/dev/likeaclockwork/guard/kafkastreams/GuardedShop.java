// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.kafkastreams;

import dev.likeaclockwork.guard.Action;
import dev.likeaclockwork.guard.GuardPolicy;
import dev.likeaclockwork.guard.state.Codec;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * An instance of an application whose effects are a topic, a count and versioned values, and of which a thread can die
 * between an effect and its commit.
 */
final class GuardedShop implements AutoCloseable {
    static final String GROUP = "shop";
    static final CausalDeduplication<String, String> GUARD = CausalDeduplication.<String>of(
                    "orders", GuardPolicy.operations(Action.PROCESS))
            .readBy(EventReader.byNode(message -> TestStreams.text(message.headers(), Ledger.NODE_HEADER)));
    static final String COUNTS = "effects";

    /** Each effect is also a write whose writer had read nothing. */
    static final CausalVersions<String, String> VERSIONS = CausalVersions.of("stock", "warehouse", Codec.utf8());

    private final KafkaStreams streams;
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch restored = new CountDownLatch(1);

    private GuardedShop(KafkaStreams streams) {
        this.streams = streams;
    }

    /**
     * Starts an instance; a thread of it dies, and is replaced, if {@code afterEffect} throws, which comes before the
     * commit.
     */
    static GuardedShop start(String bootstrapServers, Path directory, Runnable afterEffect) throws Exception {
        Properties settings = TestStreams.settings(directory);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
        settings.put(StreamsConfig.consumerPrefix("session.timeout.ms"), 3000);
        settings.put(StreamsConfig.consumerPrefix("heartbeat.interval.ms"), 500);
        settings.put(StreamsConfig.producerPrefix("delivery.timeout.ms"), 10_000);
        settings.put(StreamsConfig.producerPrefix("request.timeout.ms"), 5000);
        settings.put("reconnect.backoff.max.ms", 200);
        GuardedShop shop = new GuardedShop(new KafkaStreams(topology(afterEffect), settings));
        shop.streams.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.RUNNING) {
                shop.running.countDown();
            }
        });
        shop.streams.setUncaughtExceptionHandler(failure -> StreamThreadExceptionResponse.REPLACE_THREAD);
        shop.streams.setGlobalStateRestoreListener(shop.new Restored());
        shop.streams.start();
        if (!shop.running.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the instance is " + shop.streams.state());
        }
        return shop;
    }

    private static Topology topology(Runnable afterEffect) {
        StreamsBuilder builder = new StreamsBuilder();
        GuardedStream<String, String> guarded = GUARD.split(builder.stream("orders"));
        guarded.processed().to("once");
        guarded.queued().to("conflicts");
        VERSIONS.split(guarded.processed());
        guarded.processed()
                .groupByKey()
                .count(Materialized.<String, Long, KeyValueStore<Bytes, byte[]>>as(COUNTS)
                        .withCachingDisabled())
                .toStream()
                .foreach((key, count) -> afterEffect.run());
        return builder.build();
    }

    KafkaStreams streams() {
        return streams;
    }

    /** Waits until a task is here whose state was taken over from another instance. */
    void awaitRestored() throws InterruptedException {
        if (!restored.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no task was taken over, and the instance is " + streams.state());
        }
    }

    private final class Restored implements StateRestoreListener {
        @Override
        public void onRestoreStart(TopicPartition partition, String store, long start, long end) {}

        @Override
        public void onBatchRestored(TopicPartition partition, String store, long end, long count) {}

        @Override
        public void onRestoreEnd(TopicPartition partition, String store, long total) {
            if (total > 0) {
                restored.countDown();
            }
        }
    }

    /** Ends, and wipes the state on disk. */
    void closeAndForget() {
        close();
        streams.cleanUp();
    }

    /** Leaves the group, so that the others take over at once. */
    @Override
    public void close() {
        streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    }
}
