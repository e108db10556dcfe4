// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jdbc;

import static org.assertj.core.api.Assertions.fail;

import dev.likeaclockwork.guard.CausalDeduplicator;
import dev.likeaclockwork.guard.KilledConsumer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** A consumer that is killed at any moment, again and again, gives every event its effect once. */
class PostgresKillTest {
    @TempDir
    private Path directory;

    @Test
    void effectInTheSameTransaction_happensOnce() throws Exception {
        DataSource database = Databases.postgres();
        KilledConsumer.run(TransactionConsumer.class, directory, Databases.postgresUrl());

        Map<String, Integer> effects = new HashMap<>();
        RowCallbackHandler count = row -> effects.merge(row.getString(1), 1, Integer::sum);
        new JdbcTemplate(database).query("select name from effects", count);
        KilledConsumer.assertExactlyOnce(name -> effects.getOrDefault(name, 0));
        CausalDeduplicator.on(JdbcStore.standalone(database), TransactionConsumer.POLICY)
                .build()
                .conflicts()
                .forEach(conflict -> fail("%s waits", conflict));
    }
}
