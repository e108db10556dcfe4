// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.guard.kafkastreams.EmbeddedKafka;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.testkit.MessagingFixture;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** A topic of one partition, as a queue. */
final class KafkaChannel implements MessagingFixture.Channel {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String topic = "channel-" + UUID.randomUUID();
    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, String> consumer;
    private final Queue<ConsumerRecord<String, String>> polled = new ArrayDeque<>();

    KafkaChannel(EmbeddedKafka kafka) {
        kafka.createTopics(1, topic);
        producer = Clients.producer(kafka.bootstrapServers(), Map.of());
        consumer = Clients.consumer(kafka.bootstrapServers(), Map.of());
        consumer.assign(List.of(new TopicPartition(topic, 0)));
    }

    @Override
    public void send(Clockwork clockwork, String message) throws Exception {
        ClockworkKafka.create(clockwork)
                .wrap(producer)
                .send(new ProducerRecord<>(topic, message))
                .get();
    }

    @Override
    public void sendTwice(Clockwork clockwork, String message) throws Exception {
        ProducerRecord<String, String> same = new ProducerRecord<>(topic, message);
        ClockworkKafka.create(clockwork).wrap(producer).send(same).get();
        ClockworkKafka.create(clockwork).wrap(producer).send(same).get();
    }

    @Override
    public void sendRaw(String message, List<byte[]> vectors) throws Exception {
        ProducerRecord<String, String> raw = new ProducerRecord<>(topic, message);
        vectors.forEach(vector -> raw.headers().add(BinaryTransport.VECTOR_HEADER, vector));
        producer.send(raw).get();
    }

    @Override
    public List<byte[]> takeRaw() {
        List<byte[]> vectors = new ArrayList<>();
        next().headers().headers(BinaryTransport.VECTOR_HEADER).forEach(header -> vectors.add(header.value()));
        return vectors;
    }

    private ConsumerRecord<String, String> next() {
        if (polled.isEmpty()) {
            poll().forEach(polled::add);
        }
        return polled.remove();
    }

    private ConsumerRecords<String, String> poll() {
        return consumer.poll(PATIENCE);
    }

    @Override
    public void consume(Clockwork clockwork, int count, Consumer<String> handler) {
        for (int i = 0; i < count; i++) {
            try {
                ClockworkKafka.create(clockwork).handle(next(), message -> handler.accept(message.value()));
            } catch (IllegalStateException asTheTestWantsIt) {
                assertEquals("intended by the test", asTheTestWantsIt.getMessage());
            }
        }
    }

    @Override
    public void consumeBatch(Clockwork clockwork, int count, Consumer<List<String>> handler) {
        ConsumerRecords<String, String> batch = poll();
        assertEquals(count, batch.count(), "messages in the batch");
        ClockworkKafka.create(clockwork)
                .handleBatch(
                        batch,
                        messages -> handler.accept(StreamSupport.stream(messages.spliterator(), false)
                                .map(ConsumerRecord::value)
                                .toList()));
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
