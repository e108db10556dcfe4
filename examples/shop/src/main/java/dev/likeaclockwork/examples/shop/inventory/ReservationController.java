// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop.inventory;

import dev.likeaclockwork.runtime.Clockwork;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The HTTP API of the inventory service: shows the stock and reserves pieces. */
@RestController
class ReservationController {
    private static final Logger LOG = LoggerFactory.getLogger(ReservationController.class);

    private final Stock stock;
    private final JdbcClient database;
    private final ForcedInterleaving interleaving;
    private final Clockwork clockwork;

    ReservationController(Stock stock, JdbcClient database, ForcedInterleaving interleaving, Clockwork clockwork) {
        this.stock = stock;
        this.database = database;
        this.interleaving = interleaving;
        this.clockwork = clockwork;
        database.sql("create table sales (product varchar(20), buyer varchar(20))")
                .update();
        stock.add(ForcedInterleaving.CONTESTED, 1);
    }

    @GetMapping("/stock/{product}")
    String show(@PathVariable String product) {
        Stock.Row seen = stock.read(product);
        recordRead(product, seen);
        return seen.pieces() + " in stock";
    }

    /** Takes a piece, if there is one. A read is recorded only if an answer depends on it: not for rejected writes. */
    @PostMapping("/stock/{product}/reservations")
    ResponseEntity<String> reserve(@PathVariable String product, @RequestParam String buyer)
            throws InterruptedException {
        Stock.Row seen = read(product, buyer);
        interleaving.afterRead(product);
        while (seen.pieces() > 0) {
            Optional<String> made = stock.sell(product, seen, buyer);
            if (made.isPresent()) {
                return sold(product, buyer, seen, made.get());
            }
            LOG.info("{}'s write is rejected: {} has changed since version {}", buyer, product, seen.version());
            seen = read(product, buyer);
        }
        recordRead(product, seen);
        return ResponseEntity.status(HttpStatus.CONFLICT).body(product + " is sold out");
    }

    private Stock.Row read(String product, String buyer) {
        Stock.Row seen = stock.read(product);
        LOG.info("{} reads {}: {} in stock, version {}", buyer, product, seen.pieces(), seen.version());
        return seen;
    }

    private ResponseEntity<String> sold(String product, String buyer, Stock.Row seen, String version) {
        LOG.info("{} buys {}: writes version {}, based on version {}", buyer, product, version, seen.version());
        database.sql("insert into sales values (?, ?)").params(product, buyer).update();
        recordRead(product, seen);
        clockwork.event("stock.written").wrote(product, seen.version(), version).record();
        return ResponseEntity.ok("reserved");
    }

    private void recordRead(String product, Stock.Row seen) {
        clockwork.event("stock.read").read(product, seen.version()).record();
    }
}
