// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.dedup;

import dev.likeaclockwork.guard.kafkastreams.EmbeddedKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The environment of the demo: a broker in this process, a consumer in another one, and a folder for both. The end of
 * this process, also by a signal, stops both and deletes the folder. Thread-safe.
 */
final class BrokerAndConsumer implements AutoCloseable {
    private @Nullable Path folder;
    private @Nullable EmbeddedKafka kafka;
    private @Nullable RunningConsumer consumer;
    private boolean isClosed;

    private BrokerAndConsumer() {}

    static BrokerAndConsumer open() throws IOException {
        BrokerAndConsumer environment = new BrokerAndConsumer();
        Runtime.getRuntime().addShutdownHook(new Thread(environment::close));
        environment.startBroker();
        return environment;
    }

    private synchronized void startBroker() throws IOException {
        checkOpen();
        folder = Files.createTempDirectory("clockwork-dedup");
        kafka = EmbeddedKafka.start(folder.resolve("kafka"));
        kafka.createTopics(1, Sale.TOPIC);
    }

    private void checkOpen() throws IOException {
        if (isClosed) {
            throw new IOException("interrupted");
        }
    }

    Path folder() {
        return Objects.requireNonNull(folder);
    }

    String bootstrapServers() {
        return Objects.requireNonNull(kafka).bootstrapServers();
    }

    synchronized RunningConsumer start(String database, boolean isGuarded, RunPlan plan) throws IOException {
        checkOpen();
        consumer = RunningConsumer.start(bootstrapServers(), database, isGuarded, plan);
        return consumer;
    }

    @Override
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        if (consumer != null) {
            consumer.close();
        }
        if (kafka != null) {
            kafka.close();
        }
        if (folder != null) {
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
