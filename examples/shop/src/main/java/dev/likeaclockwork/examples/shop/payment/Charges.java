// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop.payment;

import dev.likeaclockwork.runtime.Clockwork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of charges, one row each. No constraint prevents a second charge for the same order. */
@Repository
class Charges {
    private static final Logger LOG = LoggerFactory.getLogger(Charges.class);

    private final JdbcClient database;
    private final Clockwork clockwork;

    Charges(JdbcClient database, Clockwork clockwork) {
        this.database = database;
        this.clockwork = clockwork;
        database.sql("create table charges (purchase varchar(20), buyer varchar(20))")
                .update();
    }

    /** Charges a buyer, in the caller's transaction. */
    void add(String order, String buyer) {
        database.sql("insert into charges values (?, ?)").params(order, buyer).update();
        clockwork.event("payment.charged").with("order", order).record();
        LOG.info("{} is charged for {}", buyer, order);
    }
}
