// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springkafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.kafka.ClockworkKafka;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.testkit.MessagingFixture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;

/** A topic of one partition, as a queue whose consumers are listener containers. */
final class SpringChannel implements MessagingFixture.Channel {
    private final SpringKafka spring;
    private final Map<Clockwork, KafkaTemplate<String, String>> templates = new HashMap<>();

    SpringChannel(SpringKafka spring) {
        this.spring = spring;
    }

    private KafkaTemplate<String, String> template(Clockwork clockwork) {
        return templates.computeIfAbsent(clockwork, of -> spring.template(ClockworkKafka.create(of)));
    }

    @Override
    public void send(Clockwork clockwork, String message) throws Exception {
        template(clockwork).send(spring.topic(), message).get();
    }

    @Override
    public void sendTwice(Clockwork clockwork, String message) throws Exception {
        ProducerRecord<String, String> same = new ProducerRecord<>(spring.topic(), message);
        template(clockwork).send(same).get();
        template(clockwork).send(same).get();
    }

    @Override
    public void sendRaw(String message, List<byte[]> vectors) throws Exception {
        ProducerRecord<String, String> raw = new ProducerRecord<>(spring.topic(), message);
        vectors.forEach(vector -> raw.headers().add(BinaryTransport.VECTOR_HEADER, vector));
        spring.plainTemplate().send(raw).get();
    }

    @Override
    public List<byte[]> takeRaw() {
        List<byte[]> vectors = new ArrayList<>();
        spring.next(spring.topic())
                .headers()
                .headers(BinaryTransport.VECTOR_HEADER)
                .forEach(header -> vectors.add(header.value()));
        return vectors;
    }

    @Override
    public void consume(Clockwork clockwork, int count, Consumer<String> handler) throws Exception {
        ConcurrentMessageListenerContainer<String, String> container =
                spring.container(ClockworkKafka.create(clockwork), 1);
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        int[] handled = {0};
        container.setupMessageListener((MessageListener<String, String>) message -> {
            handled[0]++;
            if (handled[0] == count) {
                container.stop(() -> stopped.complete(null));
            }
            handler.accept(message.value());
        });
        container.start();
        stopped.get(60, TimeUnit.SECONDS);
        assertThat(handled[0]).isEqualTo(count);
    }

    @Override
    public void consumeBatch(Clockwork clockwork, int count, Consumer<List<String>> handler) throws Exception {
        ConcurrentMessageListenerContainer<String, String> container =
                spring.container(ClockworkKafka.create(clockwork), 100);
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        List<String> batch = new ArrayList<>();
        container.setupMessageListener((BatchMessageListener<String, String>) messages -> {
            batch.addAll(messages.stream().map(ConsumerRecord::value).toList());
            container.stop(() -> stopped.complete(null));
            handler.accept(batch);
        });
        container.start();
        stopped.get(60, TimeUnit.SECONDS);
        assertThat(batch).hasSize(count);
    }

    @Override
    public void close() {
        spring.close();
    }
}
