// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop.inventory;

import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The first bug of the demo: a write replaces the row even if the row has changed since it was read. */
@Repository
@Profile("!fixed")
class PlainStock implements Stock {
    private final JdbcClient database;

    PlainStock(JdbcClient database) {
        this.database = database;
        database.sql("create table stock (product varchar(20) primary key, pieces int, version int)")
                .update();
    }

    @Override
    public void add(String product, int pieces) {
        database.sql("insert into stock values (?, ?, 1)")
                .params(product, pieces)
                .update();
    }

    @Override
    public Row read(String product) {
        return database.sql("select pieces, version from stock where product = ?")
                .param(product)
                .query(Row.class)
                .single();
    }

    /** Lacks {@code and version = ?} in the condition. */
    @Override
    public Optional<String> sell(String product, Row seen, String buyer) {
        return database.sql("select version from final table"
                        + " (update stock set pieces = ?, version = version + 1 where product = ?)")
                .params(seen.pieces() - 1, product)
                .query(String.class)
                .optional();
    }
}
