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
 * A broker in this process, a consumer in another one, and a folder for both. All go when this process ends, also by an
 * interrupt. Thread-safe.
 */
final class Workplace implements AutoCloseable {
    private @Nullable Path folder;
    private @Nullable EmbeddedKafka kafka;
    private @Nullable RunningConsumer consumer;
    private boolean isClosed;

    private Workplace() {}

    static Workplace open() throws IOException {
        Workplace workplace = new Workplace();
        Runtime.getRuntime().addShutdownHook(new Thread(workplace::close));
        workplace.startBroker();
        return workplace;
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

    synchronized RunningConsumer start(String database, boolean isGuarded, Fate fate) throws IOException {
        checkOpen();
        consumer = RunningConsumer.start(bootstrapServers(), database, isGuarded, fate);
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
