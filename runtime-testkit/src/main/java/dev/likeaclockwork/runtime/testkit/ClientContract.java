// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.ActivityScope;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.sink.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What every integration of a client owes: the sending is recorded before the request leaves, and the answer when it is
 * there.
 */
public abstract class ClientContract extends ClientFixture {
    private static final int MANY = 200;

    /** For test classes. */
    protected ClientContract() {}

    @Test
    void sending_comes_before_the_request_and_the_answer_after_it() throws Exception {
        Clockwork clockwork = log.service("client");
        Activity activity = clockwork.startActivity();
        try (Client client = client(clockwork)) {
            ActivityScope scope = activity.makeCurrent();
            activity.tick("before");
            assertTrue(client.call("/ok"));
            activity.tick("after");
            scope.close();
        }
        assertEquals(List.of("before", sent(), received(), "after"), log.types("client"));
        assertEquals(
                1,
                log.events("client").stream()
                        .map(RecordedEvent::node)
                        .distinct()
                        .count());
        log.assertChain("before", sent(), "http.request.received", "served", "http.response.sent", received(), "after");
    }

    @Test
    void call_without_a_current_activity_is_one_of_its_own() throws Exception {
        try (Client client = client(log.service("client"))) {
            assertTrue(client.call("/ok"));
            assertTrue(client.call("/ok"));
        }
        assertEquals(
                2,
                log.events("client").stream()
                        .map(RecordedEvent::node)
                        .distinct()
                        .count());
        assertEquals(List.of(sent(), received(), sent(), received()), log.types("client"));
        log.graph();
    }

    @Test
    void answer_of_failure_is_an_answer() throws Exception {
        try (Client client = client(log.service("client"))) {
            assertFalse(client.call("/fail"));
        }
        log.assertChain(sent(), "http.response.sent", received());
    }

    @Test
    void request_without_an_answer_is_recorded_and_its_failure_passed_on() throws Exception {
        try (Client client = client(log.service("client"))) {
            assertThrows(Exception.class, () -> client.call("/drop"));
        }
        log.assertChain(sent(), failed());
    }

    @Test
    void answer_without_a_stamp_is_recorded() throws Exception {
        try (Client client = client(log.service("client"))) {
            assertTrue(client.call("/unstamped"));
        }
        assertEquals(List.of(sent(), received()), log.types("client"));
        assertEquals(0, log.metrics().of("rejected"));
        log.graph();
    }

    @Test
    void malformed_stamp_of_an_answer_is_counted_and_treated_as_absent() throws Exception {
        try (Client client = client(log.service("client"))) {
            assertTrue(client.call("/malformed"));
        }
        assertEquals(1, log.metrics().of("rejected"));
        assertEquals(List.of(sent(), received()), log.types("client"));
        log.graph();
    }

    @Test
    void each_request_has_one_stamp_of_its_own() throws Exception {
        Clockwork clockwork = log.service("client");
        try (Client client = client(clockwork)) {
            ActivityScope scope = clockwork.startActivity().makeCurrent();
            client.call("/unstamped");
            client.call("/unstamped");
            scope.close();
        }
        List<VectorTimestamp> stamps = requests.stream()
                .peek(values -> assertEquals(1, values.size()))
                .map(values ->
                        clockwork.propagator().extract(codec().getter(values)).orElseThrow())
                .toList();
        assertEquals(
                log.events("client").stream()
                        .filter(event -> event.type().equals(sent()))
                        .map(RecordedEvent::vector)
                        .toList(),
                stamps);
    }

    @Test
    void stamp_over_the_budget_is_left_out_and_the_request_goes_on() throws Exception {
        try (Client client = client(log.start(log.configure("client").headerBudget(10)))) {
            assertTrue(client.call("/unstamped"));
        }
        assertEquals(List.of(List.of()), List.copyOf(requests));
        assertEquals(1, log.metrics().of("overBudget"));
    }

    @Test
    void asynchronous_answer_is_known_to_whoever_takes_it() throws Exception {
        Clockwork clockwork = log.service("client");
        try (Client client = client(clockwork)) {
            ActivityScope scope = clockwork.startActivity().makeCurrent();
            clockwork.event("before").record();
            Future<Boolean> answer = client.callAsync("/ok");
            assertTrue(answer.get());
            clockwork.event("after").record();
            scope.close();
        }
        log.assertChain("before", sent(), "http.request.received", "http.response.sent", received(), "after");
    }

    @Test
    void asynchronous_failure_is_recorded_and_passed_on() throws Exception {
        Clockwork clockwork = log.service("client");
        try (Client client = client(clockwork)) {
            assertThrows(Exception.class, () -> client.callAsync("/drop").get());
        }
        log.assertChain(sent(), failed());
    }

    @Test
    void concurrent_calls_do_not_mix() throws Exception {
        Clockwork clockwork = log.service("client");
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try (Client client = client(clockwork)) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                answers.add(callers.submit(() -> clockwork.startActivity().call(() -> client.call("/ok"))));
            }
            for (Future<Boolean> answer : answers) {
                assertTrue(answer.get());
            }
        } finally {
            callers.shutdown();
        }
        assertEquals(
                MANY,
                log.events("client").stream()
                        .map(RecordedEvent::node)
                        .distinct()
                        .count());
        log.events("client").stream()
                .filter(event -> event.type().equals(received()))
                .forEach(event -> assertEquals(2, event.vector().size()));
        log.graph();
    }

    @Test
    void closed_runtime_lets_calls_pass() throws Exception {
        Clockwork closed = log.service("client");
        try (Client client = client(closed)) {
            closed.close();
            assertTrue(client.call("/ok"));
        }
        assertEquals(2, log.metrics().of("dropped"));
    }
}
