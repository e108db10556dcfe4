// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.opentelemetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.graph.event.Ordering;
import dev.likeaclockwork.guard.kafkastreams.EmbeddedKafka;
import io.opentelemetry.instrumentation.kafkaclients.v2_6.KafkaTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests OpenTelemetry's instrumentation of Kafka's clients with a real broker. */
class KafkaInstrumentationTest {
    private static EmbeddedKafka kafka;

    private final TracedServices services = new TracedServices();
    private final OpenTelemetrySdk shop = services.service("shop");
    private final OpenTelemetrySdk bank = services.service("bank");

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        kafka = EmbeddedKafka.start(folder);
        kafka.createTopics(1, "orders", "batches", "hostile");
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @AfterEach
    void close() {
        services.close();
    }

    @Test
    void message_isProcessedAfterItWasSent() throws Exception {
        send("orders", "one");
        receive("orders", KafkaTelemetry.create(bank), 1);

        assertThat(services.relation("start orders publish", "start orders process"))
                .isEqualTo(Ordering.HAPPENS_BEFORE);
        assertThat(services.event("start orders process").counter())
                .as("dummies at the start count nothing")
                .isEqualTo(1);
        assertThat(services.metrics().of("rejected") + services.metrics().of("failed"))
                .isZero();
    }

    @Test
    void batchedMessage_isProcessedAfterTheSendItLinksTo() throws Exception {
        send("batches", "one");
        receive(
                "batches",
                KafkaTelemetry.builder(bank)
                        .setMessagingReceiveTelemetryEnabled(true)
                        .build(),
                1);

        assertThat(services.relation("start batches publish", "start batches process"))
                .isEqualTo(Ordering.HAPPENS_BEFORE);
    }

    @Test
    void hostileHeader_failsNoMessage() throws Exception {
        ProducerRecord<String, String> record = new ProducerRecord<>("hostile", "one");
        record.headers().add("X-Causality-Vector", "nonsense".getBytes(UTF_8));
        try (KafkaProducer<String, String> producer = producer()) {
            producer.send(record).get();
        }
        receive("hostile", KafkaTelemetry.create(bank), 1);

        assertThat(services.event("start hostile process").vector().size()).isEqualTo(1);
        assertThat(services.metrics().of("rejected.MALFORMED")).isPositive();
    }

    private void send(String topic, String value) throws Exception {
        try (Producer<String, String> producer =
                KafkaTelemetry.create(shop).wrap((Producer<String, String>) producer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    private static KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "delivery.timeout.ms",
                        60_000,
                        "request.timeout.ms",
                        20_000),
                new StringSerializer(),
                new StringSerializer());
    }

    private static void receive(String topic, KafkaTelemetry telemetry, int messages) {
        try (Consumer<String, String> consumer = telemetry.wrap((Consumer<String, String>) new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer()))) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            int received = 0;
            while (received < messages) {
                for (ConsumerRecord<String, String> record :
                        consumer.poll(Duration.ofMillis(200)).records(partition)) {
                    assertThat(record.value()).isEqualTo("one");
                    received++;
                }
            }
        }
    }
}
