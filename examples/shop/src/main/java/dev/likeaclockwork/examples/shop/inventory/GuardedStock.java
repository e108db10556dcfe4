// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop.inventory;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.Codec;
import dev.likeaclockwork.guard.PutOutcome;
import dev.likeaclockwork.guard.Versioned;
import dev.likeaclockwork.guard.VersionedStore;
import dev.likeaclockwork.guard.jdbc.JdbcStore;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Repository;

/** The stock in the guard's tables: whoever has not seen the last write is refused. */
@Repository
@Profile("fixed")
class GuardedStock implements Stock {
    private static final String OWNER = "shop-db";

    private final VersionedStore<String> stock;

    GuardedStock(DataSource database) {
        JdbcStore.createTables(database);
        stock = VersionedStore.in(JdbcStore.standalone(database), "stock", OWNER, Codec.utf8());
    }

    @Override
    public void add(String product, int pieces) {
        stock.put(product, VectorTimestamp.empty(), Integer.toString(pieces));
    }

    @Override
    public Row read(String product) {
        Versioned<String> now = stock.get(product);
        return new Row(
                Integer.parseInt(now.siblings().get(0).value()),
                Long.toString(now.context().get(OWNER)));
    }

    @Override
    public Optional<String> write(String product, Row seen, int pieces) {
        VectorTimestamp base = VectorTimestamp.of(Map.of(OWNER, Long.parseLong(seen.version())));
        PutOutcome<String> outcome = stock.putIfCurrent(product, base, Integer.toString(pieces));
        return outcome.isStored()
                ? Optional.of(Long.toString(outcome.now().context().get(OWNER)))
                : Optional.empty();
    }
}
