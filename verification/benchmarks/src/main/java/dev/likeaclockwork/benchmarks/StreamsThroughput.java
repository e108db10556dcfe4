// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.benchmarks;

import dev.likeaclockwork.guard.Action;
import dev.likeaclockwork.guard.GuardPolicy;
import dev.likeaclockwork.guard.kafkastreams.CausalDeduplication;
import dev.likeaclockwork.guard.kafkastreams.EmbeddedKafka;
import dev.likeaclockwork.guard.kafkastreams.EventReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;

/**
 * Measures records a second through Kafka Streams, exactly once, broker and application in this process: with the
 * guard, and with a plain deduplication by id, in turn. Also what each keeps on disk and writes to its changelog.
 */
public final class StreamsThroughput {
    private static final String INPUT = "orders";
    private static final int PARTITIONS = 4;

    private final EmbeddedKafka kafka;
    private final Path directory;
    private final int keys;

    private StreamsThroughput(EmbeddedKafka kafka, Path directory, int keys) {
        this.kafka = kafka;
        this.directory = directory;
        this.keys = keys;
    }

    /** Takes the number of keys, of writers of each key, and of rounds, the first of which is not counted. */
    public static void main(String[] arguments) throws Exception {
        int keys = Integer.parseInt(arguments[0]);
        int writers = Integer.parseInt(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        Path directory = Files.createTempDirectory(Path.of("target"), "streams");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"))) {
            kafka.createTopics(PARTITIONS, INPUT);
            StreamsFeed.send(kafka.bootstrapServers(), INPUT, keys, writers);
            new StreamsThroughput(kafka, directory, keys).measure(rounds, System.out);
        } finally {
            delete(directory);
        }
    }

    /** Who comes first changes, because the process gets faster all the time. */
    private void measure(int rounds, PrintStream out) throws Exception {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            boolean plainFirst = round % 2 == 0;
            Run first = plainFirst ? plain(round) : causal(round);
            Run second = plainFirst ? causal(round) : plain(round);
            Run plain = plainFirst ? first : second;
            Run causal = plainFirst ? second : first;
            out.printf("round %d: plain %s; causal %s%n", round, plain, causal);
            if (round > 0) {
                ratios.add(causal.rate / plain.rate);
            }
        }
        Collections.sort(ratios);
        out.printf(
                "%d records of %d keys; causal is %.0f %% of plain, the median of %d rounds%n",
                StreamsFeed.records(keys), keys, 100 * ratios.get(ratios.size() / 2), ratios.size());
    }

    private Run plain(int round) throws Exception {
        return run("plain-" + round, new PlainDeduplication());
    }

    private Run causal(int round) throws Exception {
        return run("causal-" + round, guard());
    }

    private static CausalDeduplication<String, String> guard() {
        return CausalDeduplication.<String>of("guard", GuardPolicy.operations(Action.QUEUE))
                .readBy(EventReader.byLamportNode());
    }

    /**
     * One run.
     *
     * @param rate records a second
     * @param changelog bytes of its changelogs
     * @param disk bytes of its stores
     */
    private record Run(double rate, long changelog, long disk) {
        @Override
        public String toString() {
            return String.format(
                    "%.0f records/s, changelog %.1f MB, stores %.1f MB", rate, changelog / 1e6, disk / 1e6);
        }
    }

    private Run run(String name, FixedKeyProcessorSupplier<String, String, String> deduplication) throws Exception {
        kafka.createTopics(PARTITIONS, name);
        Path state = directory.resolve(name);
        Progress progress = new Progress(StreamsFeed.records(keys));
        try (KafkaStreams streams = new KafkaStreams(topology(name, deduplication, progress), settings(name, state))) {
            streams.start();
            progress.await();
        }
        if (progress.passed.get() != StreamsFeed.distinct(keys)) {
            throw new IllegalStateException(name + " let " + progress.passed + " records pass");
        }
        return new Run(progress.rate(), changelog(name), size(state));
    }

    private static Topology topology(
            String name, FixedKeyProcessorSupplier<String, String, String> deduplication, Progress progress) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.<String, String>stream(INPUT)
                .peek((key, value) -> progress.count())
                .processValues(deduplication)
                .peek((key, value) -> progress.passed.incrementAndGet())
                .to(name);
        return builder.build();
    }

    private Properties settings(String name, Path state) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, name);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
        settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        return settings;
    }

    private long changelog(String name) throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()))) {
            Map<Integer, Map<String, LogDirDescription>> nodes =
                    admin.describeLogDirs(List.of(1)).allDescriptions().get();
            return nodes.values().stream()
                    .flatMap(logs -> logs.values().stream())
                    .flatMap(log -> log.replicaInfos().entrySet().stream())
                    .filter(replica -> replica.getKey().topic().startsWith(name + "-")
                            && replica.getKey().topic().endsWith("-changelog"))
                    .mapToLong(replica -> replica.getValue().size())
                    .sum();
        }
    }

    private static long size(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
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
