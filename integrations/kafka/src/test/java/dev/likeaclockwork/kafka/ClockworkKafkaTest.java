// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.guard.kafkastreams.EmbeddedKafka;
import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.CurrentActivity;
import dev.likeaclockwork.runtime.EdgePolicy;
import dev.likeaclockwork.runtime.integration.InboundHandler;
import dev.likeaclockwork.runtime.sink.RecordedEvent;
import dev.likeaclockwork.runtime.testkit.CarrierCodec;
import dev.likeaclockwork.runtime.testkit.TestLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockworkKafkaTest {
    private static EmbeddedKafka broker;

    private final TestLog log = new TestLog();
    private final Clockwork clockwork = log.service("shop");
    private final ClockworkKafka kafka = ClockworkKafka.create(clockwork);
    private final String topic = "topic-" + UUID.randomUUID();
    private Producer<String, String> producer;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        broker = EmbeddedKafka.start(directory);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @BeforeEach
    void open() {
        broker.createTopics(1, topic);
        producer = producer(Map.of());
    }

    @AfterEach
    void close() {
        producer.close();
        log.close();
        assertThat(CurrentActivity.get()).isEmpty();
    }

    private Producer<String, String> producer(Map<String, Object> config) {
        return kafka.wrap(Clients.producer(broker.bootstrapServers(), config));
    }

    private ConsumerRecords<String, String> poll(String... topics) {
        return poll(Map.of(), topics);
    }

    private static ConsumerRecords<String, String> poll(Map<String, Object> config, String... topics) {
        try (KafkaConsumer<String, String> consumer = Clients.consumer(broker.bootstrapServers(), config)) {
            consumer.assign(List.of(topics).stream()
                    .map(name -> new TopicPartition(name, 0))
                    .toList());
            return consumer.poll(Duration.ofSeconds(30));
        }
    }

    private ConsumerRecord<String, String> only() {
        ConsumerRecords<String, String> polled = poll(topic);
        assertThat(polled.count()).isEqualTo(1);
        return polled.iterator().next();
    }

    private static List<String> names(Iterable<Header> headers) {
        return StreamSupport.stream(headers.spliterator(), false)
                .map(Header::key)
                .toList();
    }

    private byte[] vectorOf(String node) {
        return CarrierCodec.BINARY.encode(log.service(node).startActivity().tick("stamped"));
    }

    @Test
    void userRecord_isUnchangedAndArrivesComplete() throws Exception {
        ProducerRecord<String, String> message = new ProducerRecord<>(topic, 0, 17L, "key", "value");
        message.headers().add("colour", new byte[] {1});
        producer.send(message).get();
        message.headers().add("not read-only", new byte[0]);
        assertThat(names(message.headers())).containsExactly("colour", "not read-only");
        ConsumerRecord<String, String> received = only();
        assertThat(names(received.headers())).containsExactly("colour", BinaryTransport.VECTOR_HEADER);
        assertThat(List.of(received.timestamp(), received.key(), received.value()))
                .containsExactly(17L, "key", "value");
    }

    @Test
    void forwardedHeader_isReplacedInAnyLetterCase() throws Exception {
        ProducerRecord<String, String> message = new ProducerRecord<>(topic, "value");
        message.headers().add("Causality-VC", vectorOf("stale")).add("causality-vc", vectorOf("stale"));
        producer.send(message).get();
        ConsumerRecord<String, String> received = only();
        assertThat(names(received.headers())).containsExactly(BinaryTransport.VECTOR_HEADER);
        kafka.handle(received, passedOn -> clockwork.event("handled").record());
        assertThat(log.only("handled").vector().size()).isEqualTo(2);
    }

    @Test
    void header_isReadInAnyLetterCase() throws Exception {
        try (Producer<String, String> raw = Clients.producer(broker.bootstrapServers(), Map.of())) {
            ProducerRecord<String, String> message = new ProducerRecord<>(topic, "value");
            message.headers().add("Causality-VC", vectorOf("elsewhere"));
            raw.send(message).get();
        }
        kafka.handle(only(), message -> {});
        log.assertChain("stamped", "message.received");
    }

    @Test
    void headerWithoutAValue_isAbsent() throws Exception {
        try (Producer<String, String> raw = Clients.producer(broker.bootstrapServers(), Map.of())) {
            ProducerRecord<String, String> message = new ProducerRecord<>(topic, "value");
            message.headers().add(BinaryTransport.VECTOR_HEADER, null);
            raw.send(message).get();
        }
        kafka.handle(only(), message -> {});
        assertThat(log.only("message.received").vector().size()).isEqualTo(1);
        assertThat(log.metrics().of("rejected") + log.metrics().of("failed")).isZero();
    }

    @Test
    void wrappedProducer_equalsItselfOnly() {
        assertThat(producer.equals(producer)).isTrue();
        assertThat(producer.equals(new ProducerRecord<>(topic, "key", "value"))).isFalse();
        assertThat(producer.hashCode()).isEqualTo(producer.hashCode());
        try (Producer<String, String> another = producer(Map.of())) {
            assertThat(producer.equals(another)).isFalse();
        }
        assertThat(log.events()).isEmpty();
    }

    @Test
    void tombstone_carriesTheHeader() throws Exception {
        producer.send(new ProducerRecord<>(topic, "key", null)).get();
        kafka.handle(only(), message -> assertThat(message.value()).isNull());
        log.assertChain("message.sent", "message.received");
        assertThat(log.only("message.sent").fields()).containsEntry("operation", topic);
        assertThat(log.only("message.received").fields()).containsEntry("operation", topic);
    }

    @Test
    void callback_runsInAForkThatTheFutureJoins() throws Exception {
        Activity activity = clockwork.startActivity();
        CompletableFuture<RecordMetadata> seen = new CompletableFuture<>();
        activity.call(() -> {
            Future<RecordMetadata> sent = producer.send(new ProducerRecord<>(topic, "value"), (metadata, failure) -> {
                clockwork.event("called.back").record();
                seen.complete(metadata);
            });
            activity.tick("meanwhile");
            assertThat(sent.get(30, TimeUnit.SECONDS)).hasToString(seen.get().toString());
            return activity.tick("asked");
        });
        log.assertChain("message.sent", "called.back", "asked");
        assertThat(log.only("called.back").vector().get(activity.node())).isEqualTo(1);
    }

    @Test
    void failedSend_isRecordedInAForkThatTheFutureJoins() {
        try (Producer<String, String> narrow = producer(Map.of(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 100))) {
            Activity activity = clockwork.startActivity();
            activity.run(() -> {
                Future<RecordMetadata> sent = narrow.send(new ProducerRecord<>(topic, "x".repeat(1000)));
                activity.tick("meanwhile");
                assertThatThrownBy(sent::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(RecordTooLargeException.class);
                activity.tick("asked");
            });
        }
        log.assertChain("message.sent", "message.send.failed", "asked");
        RecordedEvent failed = log.only("message.send.failed");
        assertThat(failed.fields()).containsEntry("error", RecordTooLargeException.class.getName());
        assertThat(failed.vector().get(log.only("meanwhile").node())).isEqualTo(1);
    }

    @Test
    void producerException_isRecordedAndRethrown() {
        producer.close();
        ProducerRecord<String, String> message = new ProducerRecord<>(topic, "value");
        assertThatThrownBy(() -> producer.send(message)).isInstanceOf(IllegalStateException.class);
        log.assertChain("message.sent", "message.send.failed");
    }

    @Test
    void transactions_areDelegatedToTheProducer() throws Exception {
        try (Producer<String, String> transactional =
                producer(Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "transactions-" + topic))) {
            transactional.initTransactions();
            transactional.beginTransaction();
            transactional.send(new ProducerRecord<>(topic, "aborted")).get();
            transactional.abortTransaction();
            transactional.beginTransaction();
            transactional.send(new ProducerRecord<>(topic, "committed")).get();
            transactional.commitTransaction();
            assertThatThrownBy(transactional::commitTransaction).isInstanceOf(IllegalStateException.class);
        }
        ConsumerRecords<String, String> polled =
                poll(Map.of(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"), topic);
        List<String> handled = new ArrayList<>();
        kafka.handleEach(polled, message -> handled.add(message.value()));
        assertThat(handled).containsExactly("committed");
        log.graph();
    }

    @Test
    void scopeLeftOpenByAHandler_endsWithItsMessage() throws Exception {
        producer.send(new ProducerRecord<>(topic, "a")).get();
        producer.send(new ProducerRecord<>(topic, "b")).get();
        List<Activity> current = new ArrayList<>();
        kafka.handleEach(poll(topic), message -> {
            current.add(clockwork.current().orElseThrow());
            clockwork.startActivity().makeCurrent();
        });
        assertThat(CurrentActivity.get()).isEmpty();
        assertThat(current).doesNotHaveDuplicates().hasSize(2);
        assertThat(log.metrics().of("scopeMisused")).isEqualTo(2);
    }

    @Test
    void handlerException_endsTheRoundAsInALoop() throws Exception {
        producer.send(new ProducerRecord<>(topic, "a")).get();
        producer.send(new ProducerRecord<>(topic, "b")).get();
        List<String> handled = new ArrayList<>();
        assertThatThrownBy(() -> kafka.handleEach(poll(topic), message -> {
                    handled.add(message.value());
                    throw new IllegalArgumentException(message.value());
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a");
        assertThat(handled).containsExactly("a");
        log.assertChain("message.received", "message.failed");
    }

    @Test
    @SuppressWarnings("deprecation") // the other constructor is not in the oldest clients
    void batchOfSeveralTopics_namesThem() {
        ConsumerRecords<String, String> polled = new ConsumerRecords<>(Map.of(
                new TopicPartition("b", 0), List.of(new ConsumerRecord<>("b", 0, 7L, "key", "value")),
                new TopicPartition("a", 1), List.of(new ConsumerRecord<>("a", 1, 8L, "key", "value"))));
        kafka.handleBatch(
                polled,
                batch -> clockwork.event("handled").with("count", batch.count()).record());
        log.assertChain("message.received", "handled");
        assertThat(log.only("message.received").fields())
                .containsEntry("operation", "a,b")
                .containsEntry("messages", 2);
    }

    @Test
    void emptyBatch_isNotReceived() {
        kafka.handleBatch(
                ConsumerRecords.<String, String>empty(),
                batch -> clockwork.event("handled").record());
        assertThat(log.events()).isEmpty();
    }

    @Test
    void handlerWithItsOwnEdgePolicy_overridesTheRuntime() throws Exception {
        producer.send(new ProducerRecord<>(topic, "value")).get();
        ClockworkKafka.create(clockwork, InboundHandler.consumer(clockwork, EdgePolicy.DROP))
                .handle(only(), message -> {});
        assertThat(log.only("message.received").vector().size()).isEqualTo(1);
    }
}
