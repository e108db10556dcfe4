// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.rocksdb;

import dev.likeaclockwork.guard.CausalDeduplicator;
import dev.likeaclockwork.guard.ConsumerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Writes each event's effect into a file, of which RocksDB knows nothing. The fourth argument is the directory of the
 * RocksDB, the fifth is the file.
 */
final class StandaloneConsumer {
    /** Printed when an event is in doubt whose effect has happened, and has not. */
    static final char HAPPENED = '+';

    static final char HAPPENED_NOT = '-';

    private StandaloneConsumer() {}

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[4]);
        List<String> before = Files.exists(file) ? Files.readAllLines(file) : List.of();
        try (RocksStore rocks = RocksStore.open(Path.of(arguments[3]))) {
            CausalDeduplicator guard = CausalDeduplicator.on(rocks, TransactionConsumer.POLICY)
                    .whenInDoubt(event -> happened(before, event.toString()))
                    .build();
            ConsumerProcess.consume(
                    arguments,
                    delivery -> guard.process(
                            delivery.key(),
                            delivery.event(),
                            () -> write(file, delivery.event() + "\t" + delivery.name())));
        }
    }

    private static boolean happened(List<String> before, String event) {
        boolean happened = before.stream().anyMatch(line -> line.startsWith(event + "\t"));
        ConsumerProcess.print(happened ? HAPPENED : HAPPENED_NOT);
        return happened;
    }

    private static void write(Path file, String line) throws IOException {
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
