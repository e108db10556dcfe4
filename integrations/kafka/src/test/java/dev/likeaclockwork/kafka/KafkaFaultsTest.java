// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.Ordering;
import dev.likeaclockwork.guard.kafkastreams.EmbeddedKafka;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.sink.RecordedEvent;
import dev.likeaclockwork.runtime.testkit.TestLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Load while the broker restarts, and consumers that come and go without committing: nothing that was acknowledged is
 * missing in the log, and nothing is there twice.
 */
class KafkaFaultsTest {
    private static final String TOPIC = "orders";
    private static final int PARTITIONS = 4;
    private static final int CONSUMERS = 3;
    private static final int THIRD = 400;
    private static final long SEED = 20261125;

    private final TestLog log = new TestLog();
    private final Clockwork shop = log.service("shop");
    private final Clockwork stock = log.service("stock");
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> handled = ConcurrentHashMap.newKeySet();
    private final CountDownLatch underLoad = new CountDownLatch(THIRD);
    private final CountDownLatch restarting = new CountDownLatch(1);
    private final CountDownLatch restarted = new CountDownLatch(1);

    @Test
    @Timeout(120)
    void restartRedeliveryAndRebalance_loseAndRepeatNoEvent(@TempDir Path directory) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (EmbeddedKafka broker = EmbeddedKafka.start(directory)) {
            broker.createTopics(PARTITIONS, TOPIC);
            String servers = broker.bootstrapServers();
            Future<?> producing = threads.submit(() -> produce(servers));
            List<Future<?>> consuming = new ArrayList<>();
            for (int i = 0; i < CONSUMERS; i++) {
                Random random = new Random(SEED + i);
                consuming.add(threads.submit(() -> consume(servers, random, producing)));
            }
            assertThat(underLoad.await(60, TimeUnit.SECONDS)).isTrue();
            restarting.countDown();
            broker.restart();
            restarted.countDown();
            producing.get();
            for (Future<?> consumer : consuming) {
                consumer.get();
            }
        } finally {
            threads.shutdownNow();
        }
        checkLog();
        log.close();
    }

    private void produce(String servers) {
        try (Producer<String, String> producer =
                ClockworkKafka.create(shop).wrap(Clients.producer(servers, Map.of()))) {
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 0; i < 3 * THIRD; i++) {
                awaitPhase(i);
                sent.add(order(producer, "order-" + i));
            }
            for (Future<?> message : sent) {
                message.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a third of the messages before the restart, a third while the broker is down, and a third after it. */
    private void awaitPhase(int i) throws InterruptedException {
        if (i == THIRD) {
            restarting.await();
        } else if (i == 2 * THIRD) {
            restarted.await();
        }
    }

    private Future<?> order(Producer<String, String> producer, String id) throws Exception {
        return shop.startActivity().call(() -> {
            shop.event("order.created").with("id", id).record();
            return producer.send(new ProducerRecord<>(TOPIC, id, id), (metadata, failure) -> {
                if (failure == null) {
                    acknowledged.add(id);
                    underLoad.countDown();
                }
            });
        });
    }

    private void consume(String servers, Random random, Future<?> producing) {
        while (!(producing.isDone() && handled.containsAll(acknowledged))) {
            try (KafkaConsumer<String, String> consumer = Clients.consumer(
                    servers,
                    Map.of(
                            ConsumerConfig.GROUP_ID_CONFIG, "stock",
                            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 2_000,
                            ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 500,
                            ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 20))) {
                consumer.subscribe(List.of(TOPIC));
                consumeUntilTired(consumer, random);
            } catch (KafkaException notCommitted) {
                // what was handled comes again
            }
        }
    }

    /** Leaves after some polls and does not commit the last one. */
    private void consumeUntilTired(KafkaConsumer<String, String> consumer, Random random) {
        int polls = 5 + random.nextInt(20);
        for (int i = 0; i < polls; i++) {
            ClockworkKafka.create(stock).handleEach(consumer.poll(Duration.ofMillis(200)), message -> {
                stock.event("order.handled").with("id", message.value()).record();
                handled.add(message.value());
            });
            if (i < polls - 1) {
                consumer.commitSync(Duration.ofSeconds(2));
            }
        }
    }

    private void checkLog() {
        CausalGraph graph = log.graph();
        assertThat(acknowledged).hasSize(3 * THIRD);
        assertThat(log.events().stream().map(event -> event.node() + event.counter()))
                .doesNotHaveDuplicates();
        Map<String, List<RecordedEvent>> created = byId("order.created");
        Map<String, List<RecordedEvent>> received = byId("order.handled");
        assertThat(created.keySet()).isEqualTo(acknowledged);
        assertThat(received.keySet()).isEqualTo(acknowledged);
        created.forEach((id, creation) -> {
            assertThat(creation).hasSize(1);
            received.get(id)
                    .forEach(handling -> assertThat(graph.relation(
                                    TestLog.number(graph, creation.get(0)), TestLog.number(graph, handling)))
                            .as(id)
                            .isEqualTo(Ordering.HAPPENS_BEFORE));
        });
        assertThat(count("message.sent")).isEqualTo(3 * THIRD);
        assertThat(count("message.received"))
                .as("receipts, with redeliveries")
                .isEqualTo(count("order.handled"))
                .isGreaterThan(3 * THIRD);
    }

    private Map<String, List<RecordedEvent>> byId(String type) {
        return log.events().stream()
                .filter(event -> event.type().equals(type))
                .collect(Collectors.groupingBy(
                        event -> String.valueOf(event.fields().get("id"))));
    }

    private long count(String type) {
        return log.types().stream().filter(type::equals).count();
    }
}
