// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.Codec;
import dev.likeaclockwork.guard.Merge;
import dev.likeaclockwork.guard.PutOutcome;
import dev.likeaclockwork.guard.Version;
import dev.likeaclockwork.guard.Versioned;
import dev.likeaclockwork.guard.VersionedStore;
import dev.likeaclockwork.guard.jdbc.JdbcStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.h2.jdbcx.JdbcDataSource;

/** The stock with versioned writes in a database file: who had not seen the last write is told so, and neither write is lost. */
final class GuardedStock implements Stock {
    private static final String OWNER = "shop-db";
    private static final String AND = " and ";

    private final VersionedStore<String> stock;

    private GuardedStock(VersionedStore<String> stock) {
        this.stock = stock;
    }

    /** A new stock in a file of this folder. */
    static GuardedStock in(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve("stock.mv.db"));
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + folder.toAbsolutePath().resolve("stock"));
        JdbcStore.createTables(database);
        GuardedStock stock =
                new GuardedStock(VersionedStore.in(JdbcStore.standalone(database), "stock", OWNER, Codec.utf8()));
        stock.fill(StockStore.CONTESTED, 7);
        stock.fill("product:7", 3);
        return stock;
    }

    private void fill(String product, int writes) {
        for (int i = 0; i < writes; i++) {
            stock.put(product, stock.get(product).context(), "in stock");
        }
    }

    @Override
    public String version(String product) {
        return Long.toString(stock.get(product).context().get(OWNER));
    }

    @Override
    public String sell(String product, String base, String buyer) throws StockConflict {
        VectorTimestamp seen = VectorTimestamp.of(Map.of(OWNER, Long.parseLong(base)));
        PutOutcome<String> outcome = stock.put(product, seen, "sold to " + buyer);
        if (outcome instanceof PutOutcome.Accepted<String> accepted) {
            return Long.toString(accepted.version().dot().counter());
        }
        List<Version<String>> siblings = outcome.now().siblings();
        String unseen = Long.toString(siblings.get(0).dot().counter());
        throw new StockConflict(
                product + " was changed after version " + base + ", which " + buyer + " had seen; both are kept: "
                        + outcome.now(),
                unseen);
    }

    /** A product with all its siblings. */
    Versioned<String> get(String product) {
        return stock.get(product);
    }

    /** Makes one value of the siblings of a product. */
    Versioned<String> merge(String product) {
        return stock.resolve(product, Merge.by(GuardedStock::both));
    }

    private static String both(String one, String other) {
        TreeSet<String> all = new TreeSet<>(List.of(one.split(AND, 0)));
        all.addAll(List.of(other.split(AND, 0)));
        return String.join(AND, all);
    }
}
