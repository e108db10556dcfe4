// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.dedup;

import dev.likeaclockwork.guard.streams.EmbeddedKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A broker in this process, a consumer in another one, and a folder for both. All go when this process ends, also by an interrupt. Thread-safe. */
final class Workplace implements AutoCloseable {
    private final Path folder;
    private final EmbeddedKafka kafka;
    private @Nullable RunningConsumer consumer;
    private boolean isClosed;

    private Workplace(Path folder, EmbeddedKafka kafka) {
        this.folder = folder;
        this.kafka = kafka;
    }

    static Workplace open() throws IOException {
        Path folder = Files.createTempDirectory("clockwork-dedup");
        Workplace workplace = new Workplace(folder, EmbeddedKafka.start(folder.resolve("kafka")));
        Runtime.getRuntime().addShutdownHook(new Thread(workplace::close));
        workplace.kafka.createTopics(1, Sale.TOPIC);
        return workplace;
    }

    Path folder() {
        return folder;
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    synchronized RunningConsumer start(String database, boolean isGuarded, Fate fate) throws IOException {
        if (isClosed) {
            throw new IOException("interrupted");
        }
        consumer = RunningConsumer.start(kafka.bootstrapServers(), database, isGuarded, fate);
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
        kafka.close();
        delete();
    }

    private void delete() {
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
