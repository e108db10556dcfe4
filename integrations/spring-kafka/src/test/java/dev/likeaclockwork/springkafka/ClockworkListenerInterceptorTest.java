// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springkafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.kafkastreams.EmbeddedKafka;
import dev.likeaclockwork.kafka.ClockworkKafka;
import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.CurrentActivity;
import dev.likeaclockwork.runtime.sink.RecordedEvent;
import dev.likeaclockwork.runtime.testkit.CarrierCodec;
import dev.likeaclockwork.runtime.testkit.TestLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.listener.BatchInterceptor;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.CompositeRecordInterceptor;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.listener.RecordInterceptor;
import org.springframework.kafka.support.serializer.ErrorHandlingDeserializer;
import org.springframework.util.backoff.FixedBackOff;

/** Tests failing listeners; closing Spring checks that no activity leaks. */
class ClockworkListenerInterceptorTest {
    private static EmbeddedKafka broker;

    private final TestLog log = new TestLog();
    private final Clockwork clockwork = log.service("shop");
    private final ClockworkKafka kafka = ClockworkKafka.create(clockwork);
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private SpringKafka spring;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        broker = EmbeddedKafka.start(directory);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @BeforeEach
    void open() throws Exception {
        spring = new SpringKafka(broker);
        spring.plainTemplate().send(spring.topic(), "a").get();
    }

    @AfterEach
    void close() {
        spring.close();
        log.close();
    }

    /** Runs a container until it has handled its first message or batch. */
    private void runOnce(ConcurrentMessageListenerContainer<String, String> container) throws Exception {
        container.start();
        stopped.get(60, TimeUnit.SECONDS);
    }

    private void fail(ConcurrentMessageListenerContainer<String, String> container) {
        container.stop(() -> stopped.complete(null));
        clockwork.event("worked").record();
        throw new IllegalArgumentException("thrown by the test");
    }

    @Test
    void deadLetter_isSentByTheActivityThatFailed() throws Exception {
        ConcurrentMessageListenerContainer<String, String> container = spring.container(kafka, 1);
        container.setCommonErrorHandler(new DefaultErrorHandler(
                new DeadLetterPublishingRecoverer(
                        spring.template(kafka), (message, failure) -> new TopicPartition(spring.deadLetters(), 0)),
                new FixedBackOff(0, 0)));
        container.setupMessageListener((MessageListener<String, String>) message -> fail(container));
        runOnce(container);
        log.assertChain("message.received", "worked", "message.failed", "message.sent");
        assertThat(log.only("message.failed").fields())
                .containsEntry("error", IllegalArgumentException.class.getName());
        assertThat(vectorOfDeadLetter()).isEqualTo(log.only("message.sent").vector());
        assertThat(log.only("message.sent").node()).isEqualTo(log.only("worked").node());
    }

    private VectorTimestamp vectorOfDeadLetter() {
        byte[] value = spring.next(spring.deadLetters())
                .headers()
                .lastHeader(BinaryTransport.VECTOR_HEADER)
                .value();
        return clockwork
                .propagator()
                .extract(CarrierCodec.BINARY.getter(List.of(value)))
                .orElseThrow();
    }

    @Test
    void unreadableMessage_isRecordedAsReceivedAndFailed() throws Exception {
        ConcurrentMessageListenerContainer<String, String> container =
                spring.container(kafka, 1, new ErrorHandlingDeserializer<>((topic, bytes) -> {
                    throw new IllegalArgumentException("thrown by the test");
                }));
        container.setCommonErrorHandler(new DefaultErrorHandler(
                (message, failure) -> {
                    clockwork.event("given.up").record();
                    container.stop(() -> stopped.complete(null));
                },
                new FixedBackOff(0, 0)));
        container.setupMessageListener((MessageListener<String, String>) message -> fail(container));
        runOnce(container);
        log.assertChain("message.received", "message.failed", "given.up");
        assertThat(log.types()).hasSize(3);
    }

    @Test
    void failedBatch_isRecordedAndRecoveredInItsActivity() throws Exception {
        spring.plainTemplate().send(spring.topic(), "b").get();
        ConcurrentMessageListenerContainer<String, String> container = spring.container(kafka, 100);
        container.setCommonErrorHandler(new DefaultErrorHandler(
                (message, failure) ->
                        clockwork.event("given.up." + message.value()).record(),
                new FixedBackOff(0, 0)));
        container.setupMessageListener((BatchMessageListener<String, String>) batch -> fail(container));
        runOnce(container);
        log.assertChain("message.received", "worked", "message.failed", "given.up.a", "given.up.b");
        assertThat(log.only("message.received").fields()).containsEntry("messages", 2);
    }

    @Test
    void existingInterceptors_runInTheActivity() throws Exception {
        ConcurrentKafkaListenerContainerFactory<String, String> factory =
                new ConcurrentKafkaListenerContainerFactory<>();
        Noting noting = new Noting(clockwork);
        factory.setRecordInterceptor(noting);
        factory.setBatchInterceptor(noting);
        ClockworkListenerInterceptor.create(kafka).addTo(factory);
        ConcurrentMessageListenerContainer<String, String> container = spring.container(factory, 100);
        container.setupMessageListener((MessageListener<String, String>) message -> fail(container));
        runOnce(container);
        log.assertChain("message.received", "intercepted", "worked");
        CompletableFuture<Void> alsoStopped = new CompletableFuture<>();
        ConcurrentMessageListenerContainer<String, String> ofBatches = spring.container(factory, 100);
        ofBatches.setupMessageListener((BatchMessageListener<String, String>) batch -> {
            clockwork.event("batch.worked").with("messages", batch.size()).record();
            ofBatches.stop(() -> alsoStopped.complete(null));
        });
        spring.plainTemplate().send(spring.topic(), "b").get();
        ofBatches.start();
        alsoStopped.get(60, TimeUnit.SECONDS);
        assertThat(log.only("batch.intercepted").node())
                .isEqualTo(log.only("batch.worked").node());
        assertThat(noting.afterwards).containsExactly(Optional.empty(), Optional.empty());
    }

    /** A user's interceptor that records the current activity before and after the listener. */
    private static final class Noting implements RecordInterceptor<String, String>, BatchInterceptor<String, String> {
        private final Clockwork clockwork;
        private final List<Optional<Activity>> afterwards = new CopyOnWriteArrayList<>();

        Noting(Clockwork clockwork) {
            this.clockwork = clockwork;
        }

        @Override
        public ConsumerRecord<String, String> intercept(
                ConsumerRecord<String, String> message, Consumer<String, String> consumer) {
            clockwork.event("intercepted").record();
            return message;
        }

        @Override
        public void afterRecord(ConsumerRecord<String, String> message, Consumer<String, String> consumer) {
            afterwards.add(CurrentActivity.get());
        }

        @Override
        public ConsumerRecords<String, String> intercept(
                ConsumerRecords<String, String> batch, Consumer<String, String> consumer) {
            clockwork.event("batch.intercepted").record();
            return batch;
        }

        @Override
        public void success(ConsumerRecords<String, String> batch, Consumer<String, String> consumer) {
            afterwards.add(CurrentActivity.get());
        }
    }

    @Test
    void immediatelyRetriedBatch_isAnotherActivity() throws Exception {
        ConcurrentMessageListenerContainer<String, String> container = spring.container(kafka, 100);
        container.setCommonErrorHandler(new DefaultErrorHandler(
                (message, failure) -> container.stop(() -> stopped.complete(null)), new FixedBackOff(0, 1)));
        container.setupMessageListener((BatchMessageListener<String, String>) batch -> {
            clockwork.event("worked").record();
            throw new IllegalArgumentException("thrown by the test");
        });
        runOnce(container);
        assertThat(log.types())
                .containsExactly(
                        "message.received", "worked", "message.failed", "message.received", "worked", "message.failed");
        assertThat(log.events().stream().map(RecordedEvent::node).distinct()).hasSize(2);
        log.graph();
    }

    @Test
    void messageSkippedByAnotherInterceptor_leavesNoCurrentActivity() throws Exception {
        ConcurrentMessageListenerContainer<String, String> container = spring.container(kafka, 1);
        container.setRecordInterceptor(
                new CompositeRecordInterceptor<>(ClockworkListenerInterceptor.create(kafka), (message, consumer) -> {
                    container.stop(() -> stopped.complete(null));
                    return null;
                }));
        container.setupMessageListener((MessageListener<String, String>) message -> fail(container));
        runOnce(container);
        assertThat(log.types()).containsExactly("message.received");
    }

    @Test
    void errorThatStopsTheContainer_leavesNoCurrentActivity() throws Exception {
        ConcurrentMessageListenerContainer<String, String> container =
                spring.container(kafka, 1, new StringDeserializer());
        container.setupMessageListener((MessageListener<String, String>) message -> {
            container.stop(() -> stopped.complete(null));
            throw new StackOverflowError("thrown by the test");
        });
        runOnce(container);
        assertThat(log.types()).containsExactly("message.received");
    }
}
