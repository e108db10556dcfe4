// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springkafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.guard.kafkastreams.EmbeddedKafka;
import dev.likeaclockwork.kafka.ClockworkKafka;
import dev.likeaclockwork.runtime.CurrentActivity;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/** Spring Kafka's templates and containers for one topic. All listeners share one thread. */
final class SpringKafka implements AutoCloseable {
    private final EmbeddedKafka broker;
    private final String topic = "topic-" + UUID.randomUUID();
    private final ExecutorService listenerThread = Executors.newSingleThreadExecutor();
    private final List<DefaultKafkaProducerFactory<String, String>> producers = new ArrayList<>();
    private final Map<String, Consumer<String, String>> consumers = new HashMap<>();
    private final Queue<ConsumerRecord<String, String>> polled = new ArrayDeque<>();

    SpringKafka(EmbeddedKafka broker) {
        this.broker = broker;
        broker.createTopics(1, topic, deadLetters());
    }

    String topic() {
        return topic;
    }

    /** The topic to which Spring's recoverer sends failed messages. */
    String deadLetters() {
        return topic + "-dlt";
    }

    KafkaTemplate<String, String> plainTemplate() {
        return new KafkaTemplate<>(producerFactory());
    }

    KafkaTemplate<String, String> template(ClockworkKafka kafka) {
        DefaultKafkaProducerFactory<String, String> factory = producerFactory();
        factory.addPostProcessor(kafka::wrap);
        return new KafkaTemplate<>(factory);
    }

    private DefaultKafkaProducerFactory<String, String> producerFactory() {
        DefaultKafkaProducerFactory<String, String> factory = new DefaultKafkaProducerFactory<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker.bootstrapServers(),
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new StringSerializer(),
                new StringSerializer());
        producers.add(factory);
        return factory;
    }

    private DefaultKafkaConsumerFactory<String, String> consumerFactory(
            int maxPolled, Deserializer<String> deserializer) {
        return new DefaultKafkaConsumerFactory<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker.bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        topic,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        maxPolled,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        50),
                new StringDeserializer(),
                deserializer);
    }

    ConcurrentMessageListenerContainer<String, String> container(ClockworkKafka kafka, int maxPolled) {
        return container(kafka, maxPolled, new StringDeserializer());
    }

    /** Returns a container that does not retry messages whose listener failed. */
    ConcurrentMessageListenerContainer<String, String> container(
            ClockworkKafka kafka, int maxPolled, Deserializer<String> deserializer) {
        ConcurrentKafkaListenerContainerFactory<String, String> factory =
                new ConcurrentKafkaListenerContainerFactory<>();
        ClockworkListenerInterceptor.create(kafka).addTo(factory);
        return container(factory, maxPolled, deserializer);
    }

    ConcurrentMessageListenerContainer<String, String> container(
            ConcurrentKafkaListenerContainerFactory<String, String> factory, int maxPolled) {
        return container(factory, maxPolled, new StringDeserializer());
    }

    private ConcurrentMessageListenerContainer<String, String> container(
            ConcurrentKafkaListenerContainerFactory<String, String> factory,
            int maxPolled,
            Deserializer<String> deserializer) {
        factory.setConsumerFactory(consumerFactory(maxPolled, deserializer));
        factory.setCommonErrorHandler(new DefaultErrorHandler((message, failure) -> {}, new FixedBackOff(0, 0)));
        ConcurrentMessageListenerContainer<String, String> container = factory.createContainer(topic);
        container.getContainerProperties().setListenerTaskExecutor(new TaskExecutorAdapter(listenerThread));
        return container;
    }

    /** Receives the next message of a topic, without the integration. */
    ConsumerRecord<String, String> next(String name) {
        if (polled.isEmpty()) {
            consumers
                    .computeIfAbsent(name, this::consumer)
                    .poll(Duration.ofSeconds(30))
                    .forEach(polled::add);
        }
        return polled.remove();
    }

    private Consumer<String, String> consumer(String name) {
        Consumer<String, String> consumer =
                consumerFactory(100, new StringDeserializer()).createConsumer();
        consumer.assign(List.of(new TopicPartition(name, 0)));
        return consumer;
    }

    @Override
    public void close() {
        producers.forEach(DefaultKafkaProducerFactory::destroy);
        consumers.values().forEach(Consumer::close);
        assertThat(listenerThread.submit(CurrentActivity::get))
                .succeedsWithin(Duration.ofSeconds(60))
                .isEqualTo(Optional.empty());
        listenerThread.shutdown();
    }
}
