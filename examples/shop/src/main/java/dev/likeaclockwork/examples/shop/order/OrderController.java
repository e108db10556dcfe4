// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop.order;

import dev.likeaclockwork.runtime.Clockwork;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** The HTTP API of the order service: shows products and places orders. */
@RestController
class OrderController {
    private static final String PAYMENTS = "payments";

    private final AtomicInteger placed = new AtomicInteger();
    private final RestClient inventory;
    private final KafkaTemplate<String, String> messages;
    private final Clockwork clockwork;

    OrderController(
            RestClient.Builder client,
            @Value("${inventory.url}") String inventory,
            KafkaTemplate<String, String> messages,
            Clockwork clockwork) {
        this.inventory = client.baseUrl(inventory).build();
        this.messages = messages;
        this.clockwork = clockwork;
        // creates the producer now, so that the first order does not wait for it
        messages.partitionsFor(PAYMENTS);
    }

    @GetMapping("/products/{product}")
    ResponseEntity<String> show(@PathVariable String product) {
        String stock =
                inventory.get().uri("/stock/{product}", product).retrieve().body(String.class);
        return ResponseEntity.ok(product + ", " + stock);
    }

    /** Reserves a piece, and requests its payment. */
    @PostMapping("/orders")
    ResponseEntity<String> place(@RequestParam String product, @RequestParam String buyer) {
        String order = "order-" + placed.incrementAndGet();
        clockwork.event("order.placed").with("order", order).record();
        try {
            reserve(product, buyer);
        } catch (HttpClientErrorException.Conflict e) {
            clockwork.event("order.refused").with("order", order).record();
            return ResponseEntity.status(HttpStatus.CONFLICT).body(e.getResponseBodyAsString());
        }
        messages.send(PAYMENTS, order, buyer).join();
        return ResponseEntity.ok(order);
    }

    private void reserve(String product, String buyer) {
        inventory
                .post()
                .uri("/stock/{product}/reservations?buyer={buyer}", product, buyer)
                .retrieve()
                .toBodilessEntity();
    }
}
