// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop.inventory;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.jdbc.JdbcStore;
import dev.likeaclockwork.guard.state.Codec;
import dev.likeaclockwork.guard.versioned.PutOutcome;
import dev.likeaclockwork.guard.versioned.Version;
import dev.likeaclockwork.guard.versioned.Versioned;
import dev.likeaclockwork.guard.versioned.VersionedStore;
import dev.likeaclockwork.runtime.Clockwork;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Repository;

/**
 * The stock in the tables of the guard. While there is more than one piece, a write that is not based on the current
 * version is rejected. Concurrent sales of the last piece are all kept as siblings, and then merged: the first buyer
 * gets the piece, and the others wait for the next one.
 */
@Repository
@Profile("fixed")
class GuardedStock implements Stock {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedStock.class);
    private static final String OWNER = "shop-db";
    private static final String IN_STOCK = " in stock";
    private static final String SOLD_TO = "sold to ";

    private final VersionedStore<String> stock;
    private final Clockwork clockwork;

    GuardedStock(DataSource database, Clockwork clockwork) {
        JdbcStore.createTables(database);
        this.stock = VersionedStore.in(JdbcStore.standalone(database), "stock", OWNER, Codec.utf8());
        this.clockwork = clockwork;
    }

    @Override
    public void add(String product, int pieces) {
        stock.put(product, VectorTimestamp.empty(), pieces + IN_STOCK);
    }

    @Override
    public Row read(String product) {
        Versioned<String> now = stock.get(product);
        String value = now.siblings().get(0).value();
        int pieces = value.endsWith(IN_STOCK) ? Integer.parseInt(value.replace(IN_STOCK, "")) : 0;
        return new Row(pieces, version(now));
    }

    private static String version(Versioned<String> now) {
        return Long.toString(now.context().get(OWNER));
    }

    @Override
    public Optional<String> sell(String product, Row seen, String buyer) {
        VectorTimestamp base = VectorTimestamp.of(Map.of(OWNER, Long.parseLong(seen.version())));
        PutOutcome<String> outcome = seen.pieces() > 1
                ? stock.putIfCurrent(product, base, seen.pieces() - 1 + IN_STOCK)
                : stock.put(product, base, SOLD_TO + buyer);
        if (outcome instanceof PutOutcome.Siblings<String>) {
            merge(product, outcome.now());
        }
        return outcome instanceof PutOutcome.Accepted<String> ? Optional.of(version(outcome.now())) : Optional.empty();
    }

    private void merge(String product, Versioned<String> now) {
        List<Version<String>> siblings = now.siblings();
        LOG.info("{} has {} siblings: {}", product, siblings.size(), now);
        clockwork.event("stock.conflict").with("product", product).record();
        String others = siblings.stream()
                .skip(1)
                .map(sibling -> sibling.value().replace(SOLD_TO, ""))
                .collect(Collectors.joining(" and "));
        String merged = siblings.get(0).value() + ", then to " + others;
        String made = version(stock.put(product, now.context(), merged).now());
        LOG.info("{} is merged: \"{}\", version {}", product, merged, made);
        String first = Long.toString(siblings.get(0).dot().counter());
        clockwork.event("stock.merged").wrote(product, first, made).record();
    }
}
