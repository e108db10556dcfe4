// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The examples of like-a-clockwork for Rust 0.1.0, in Java, with the same results. */
class SeedExamplesTest {
    @Test
    void lamportClock_ordersAReceiveAfterTheSend() {
        LamportClock orderService = new LamportClock("order-service");
        LamportClock paymentService = new LamportClock("payment-service");

        assertThat(orderService.tick().time()).isEqualTo(1);
        LamportTimestamp sent = orderService.send();
        paymentService.receive(sent);

        assertThat(sent.time()).isEqualTo(2);
        assertThat(paymentService.time()).isEqualTo(3).isGreaterThan(sent.time());
    }

    @Test
    void vectorClock_detectsConcurrency() {
        VectorClock a = new VectorClock("svc-a", "svc-b");
        VectorClock b = new VectorClock("svc-b", "svc-a");

        a.tick();
        b.tick();

        assertThat(a).hasToString("svc-a=1,svc-b=0");
        assertThat(b).hasToString("svc-a=0,svc-b=1");
        assertThat(a.relationTo(b)).isEqualTo(CausalityRelation.CONCURRENT);
    }

    @Test
    void tracedEvent_travelsInHeaders() {
        VectorClock clock = new VectorClock("order-service", "payment-service");
        clock.tick();
        byte[] payload = "{\"order_id\": 42}".getBytes(UTF_8);
        TracedEvent event = TracedEvent.of("order.created", payload, clock.snapshot());

        Map<String, String> headers = event.toHeaders();
        TracedEvent received = TracedEvent.fromHeaders(headers, payload);

        assertThat(headers)
                .containsEntry("X-Causality-Vector", "order-service=1,payment-service=0")
                .containsEntry("X-Causality-EventId", event.id())
                .containsEntry("X-Causality-EventType", "order.created")
                .hasSize(3);
        assertThat(received.type()).isEqualTo("order.created");
        assertThat(received).isEqualTo(event);
    }

    @Test
    void textTransport_carriesAVector() {
        VectorTimestamp sent = new VectorClock("api-gateway", "auth-service").send();
        Map<String, String> headers = new HashMap<>();

        TextTransport.inject(sent, headers::put);

        assertThat(headers).containsExactly(Map.entry("X-Causality-Vector", "api-gateway=1,auth-service=0"));
        assertThat(TextTransport.extractVector(headers::get)).contains(sent);
    }

    @Test
    void binaryTransport_carriesAVector() {
        VectorTimestamp sent = new VectorClock("producer", "consumer").send();
        Map<String, byte[]> headers = new HashMap<>();

        BinaryTransport.inject(sent, headers::put);

        assertThat(headers).containsOnlyKeys("causality-vc");
        assertThat(BinaryTransport.extractVector(headers::get)).contains(sent);
    }

    @Test
    void useCase2_twoWritesOfOneRecordAreConcurrent() {
        VectorTimestamp order = new VectorClock("order-service", "inventory-service").tick();
        VectorTimestamp inventory = new VectorClock("inventory-service", "order-service").tick();

        assertThat(order.relationTo(inventory)).isEqualTo(CausalityRelation.CONCURRENT);
    }

    @Test
    void useCase3_anEventBeforeTheProcessedOneIsTold() {
        VectorClock producer = new VectorClock("producer");
        VectorTimestamp first = producer.send();
        VectorTimestamp processed = producer.send();
        VectorTimestamp elsewhere = new VectorClock("other").send();

        assertThat(first.relationTo(processed)).isEqualTo(CausalityRelation.HAPPENS_BEFORE);
        assertThat(elsewhere.relationTo(processed)).isEqualTo(CausalityRelation.CONCURRENT);
        assertThat(Optional.of(processed.relationTo(first)).filter(CausalityRelation::isOrdered))
                .isPresent();
    }
}
