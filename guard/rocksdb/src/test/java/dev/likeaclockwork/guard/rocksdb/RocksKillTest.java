// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.likeaclockwork.guard.CausalDeduplicator;
import dev.likeaclockwork.guard.KilledConsumer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A consumer that is killed at any moment, again and again, gives every event its effect once. */
class RocksKillTest {
    @TempDir
    private Path directory;

    @Test
    void effectInTheSameTransaction_happensOnce() throws Exception {
        Path database = directory.resolve("rocks");
        KilledConsumer.run(TransactionConsumer.class, directory, database.toString());

        try (RocksStore rocks = RocksStore.open(database)) {
            KilledConsumer.assertExactlyOnce(name -> {
                byte[] count = rocks.get(name.getBytes(StandardCharsets.UTF_8));
                return count == null ? 0 : count[0];
            });
            assertNothingWaits(rocks);
        }
    }

    @Test
    void effectElsewhereThatCanBeAskedFor_happensOnce() throws Exception {
        Path database = directory.resolve("rocks");
        Path file = directory.resolve("effects");
        String printed = KilledConsumer.run(StandaloneConsumer.class, directory, database.toString(), file.toString());

        Map<String, Integer> effects = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            effects.merge(line.substring(line.indexOf('\t') + 1), 1, Integer::sum);
        }
        KilledConsumer.assertExactlyOnce(name -> effects.getOrDefault(name, 0));
        assertThat(doubts(printed, StandaloneConsumer.HAPPENED)).isGreaterThanOrEqualTo(KilledConsumer.KILLS / 50);
        assertThat(doubts(printed, StandaloneConsumer.HAPPENED_NOT)).isGreaterThanOrEqualTo(KilledConsumer.KILLS / 50);
        try (RocksStore rocks = RocksStore.open(database)) {
            assertNothingWaits(rocks);
        }
    }

    private static long doubts(String printed, char kind) {
        return printed.chars().filter(c -> c == kind).count();
    }

    private static void assertNothingWaits(RocksStore rocks) {
        CausalDeduplicator.on(rocks, TransactionConsumer.POLICY)
                .build()
                .conflicts()
                .forEach(conflict -> fail("%s waits", conflict));
    }
}
