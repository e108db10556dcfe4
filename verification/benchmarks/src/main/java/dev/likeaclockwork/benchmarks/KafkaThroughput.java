// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.benchmarks;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.guard.kafkastreams.EmbeddedKafka;
import dev.likeaclockwork.kafka.ClockworkKafka;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.sink.JsonLinesSink;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Measures records a second from a producer to a consumer, with the broker in this process: plain; with a header that
 * nobody made or reads; with stamps and an activity for each record on either side; and with stamps and a log of JSON
 * lines; in turn.
 */
public final class KafkaThroughput {
    private static final int PARTITIONS = 2;
    private static final List<String> VARIANTS = List.of("plain", "header", "stamped", "logged");

    /** As large as the stamp of a new activity. */
    private static final byte[] HEADER = new byte[22];

    private final EmbeddedKafka kafka;
    private final Path directory;
    private final int records;
    private final byte[] value;

    private KafkaThroughput(EmbeddedKafka kafka, Path directory, int records, int bytes) {
        this.kafka = kafka;
        this.directory = directory;
        this.records = records;
        this.value = new byte[bytes];
    }

    /**
     * Takes the number of records, the bytes of each, and the number of rounds, the first two of which are not counted.
     */
    public static void main(String[] arguments) throws Exception {
        int records = Integer.parseInt(arguments[0]);
        int bytes = Integer.parseInt(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        Path directory = Files.createTempDirectory(Path.of("target"), "kafka");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("broker"))) {
            new KafkaThroughput(kafka, directory, records, bytes).measure(rounds, System.out);
        } finally {
            delete(directory);
        }
    }

    /** Who comes first changes from round to round. A ratio is one of the same round. */
    private void measure(int rounds, PrintStream out) throws Exception {
        Map<String, List<Double>> ratios = new TreeMap<>();
        for (int round = 0; round < rounds; round++) {
            Map<String, Double> rates = new TreeMap<>();
            for (int i = 0; i < VARIANTS.size(); i++) {
                String variant = VARIANTS.get((round + i) % VARIANTS.size());
                String topic = variant + "-" + round;
                rates.put(variant, rate(variant, topic));
                delete(topic);
            }
            double plain = Objects.requireNonNull(rates.remove("plain"));
            out.printf("round %d: plain %.0f records/s", round, plain);
            for (Map.Entry<String, Double> rate : rates.entrySet()) {
                out.printf("; %s %.0f (%.0f %%)", rate.getKey(), rate.getValue(), 100 * rate.getValue() / plain);
                if (round > 1) {
                    ratios.computeIfAbsent(rate.getKey(), variant -> new ArrayList<>())
                            .add(rate.getValue() / plain);
                }
            }
            out.println();
        }
        ratios.forEach((variant, all) -> out.printf(
                "%d records of %d bytes; %s is %.1f %% of plain, the median of %d rounds%n",
                records, value.length, variant, 100 * median(all), all.size()));
    }

    private static double median(List<Double> all) {
        Collections.sort(all);
        return all.get(all.size() / 2);
    }

    private double rate(String variant, String topic) throws Exception {
        kafka.createTopics(PARTITIONS, topic);
        if (variant.equals("plain") || variant.equals("header")) {
            return throughput(topic, null);
        }
        var builder = Clockwork.builder("bench");
        if (variant.equals("logged")) {
            builder.sink(JsonLinesSink.create(directory.resolve(topic + ".jsonl")));
        }
        try (Clockwork clockwork = builder.build()) {
            return throughput(topic, ClockworkKafka.create(clockwork));
        }
    }

    private double throughput(String topic, @Nullable ClockworkKafka causal) throws InterruptedException {
        long start = System.nanoTime();
        Thread producing = new Thread(() -> produce(topic, causal));
        producing.start();
        consume(topic, causal);
        double seconds = (System.nanoTime() - start) / 1e9;
        producing.join();
        return records / seconds;
    }

    private void produce(String topic, @Nullable ClockworkKafka causal) {
        KafkaProducer<byte[], byte[]> plain = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrapServers(),
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        1 << 16),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        try (Producer<byte[], byte[]> producer = causal == null ? plain : causal.wrap(plain)) {
            for (int i = 0; i < records; i++) {
                ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(topic, i % PARTITIONS, null, value);
                if (topic.startsWith("header")) {
                    message.headers().add(BinaryTransport.VECTOR_HEADER, HEADER);
                }
                // whether it arrives is seen on the other side
                var unused = producer.send(message);
            }
        }
    }

    private void consume(String topic, @Nullable ClockworkKafka causal) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrapServers(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(IntStream.range(0, PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .toList());
            int[] seen = {0};
            while (seen[0] < records) {
                var polled = consumer.poll(Duration.ofSeconds(1));
                if (causal == null) {
                    polled.forEach(message -> seen[0]++);
                } else {
                    causal.handleEach(polled, message -> seen[0]++);
                }
            }
        }
    }

    /** The broker's disk is not without end. */
    private void delete(String topic) throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.deleteTopics(List.of(topic)).all().get();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
