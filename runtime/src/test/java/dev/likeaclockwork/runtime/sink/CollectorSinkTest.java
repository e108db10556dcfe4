// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.likeaclockwork.runtime.Clockwork;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CollectorSinkTest {
    private final Queue<String> bodies = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Integer answer = answers.poll();
            exchange.sendResponseHeaders(answer == null ? 204 : answer, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Clockwork clockwork() {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/events");
        return Clockwork.builder("order").sink(CollectorSink.create(address)).build();
    }

    @Test
    void collector_receivesAllLines() {
        try (Clockwork clockwork = clockwork()) {
            for (int i = 0; i < 100; i++) {
                clockwork.event("e").with("i", i).record();
            }
        }
        assertThat(String.join("", bodies).lines()).hasSize(100).allMatch(line -> line.contains("_causality"));
    }

    @Test
    void busyCollector_isAskedOnceMore() {
        answers.add(503);
        Clockwork clockwork = clockwork();
        clockwork.event("e").record();
        clockwork.close();
        assertThat(bodies).hasSize(2);
        assertThat(clockwork.dropped()).isZero();
    }

    @Test
    void refusedBatch_isDroppedAndCounted() {
        answers.add(400);
        Clockwork clockwork = clockwork();
        clockwork.event("e").record();
        clockwork.close();
        assertThat(bodies).hasSize(1);
        assertThat(clockwork.dropped()).isEqualTo(1);
    }

    @Test
    void otherAddresses_areRefused() {
        assertThatThrownBy(() -> CollectorSink.create(URI.create("file:/x"))).hasMessageContaining("file:/x");
    }
}
