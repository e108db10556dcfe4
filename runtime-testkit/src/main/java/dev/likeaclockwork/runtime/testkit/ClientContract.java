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
 * The contract of an integration for clients: it records the sending before the request leaves, and the receipt when
 * the answer has arrived.
 */
public abstract class ClientContract extends ClientFixture {
    private static final int MANY = 200;

    /** For test classes. */
    protected ClientContract() {}

    @Test
    void call_isSentBeforeTheRequestAndReceivedAfterTheAnswer() throws Exception {
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
    void callWithoutCurrentActivity_isAnActivityOfItsOwn() throws Exception {
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
    void answerOfFailure_isAnAnswer() throws Exception {
        try (Client client = client(log.service("client"))) {
            assertFalse(client.call("/fail"));
        }
        log.assertChain(sent(), "http.response.sent", received());
    }

    @Test
    void requestWithoutAnswer_isRecordedAndItsFailurePassedOn() throws Exception {
        try (Client client = client(log.service("client"))) {
            assertThrows(Exception.class, () -> client.call("/drop"));
        }
        log.assertChain(sent(), failed());
    }

    @Test
    void answerWithoutTimestamp_isRecorded() throws Exception {
        try (Client client = client(log.service("client"))) {
            assertTrue(client.call("/bare"));
        }
        assertEquals(List.of(sent(), received()), log.types("client"));
        assertEquals(0, log.metrics().of("rejected"));
        log.graph();
    }

    @Test
    void malformedTimestampOfAnAnswer_isCountedAndTreatedAsAbsent() throws Exception {
        try (Client client = client(log.service("client"))) {
            assertTrue(client.call("/malformed"));
        }
        assertEquals(1, log.metrics().of("rejected"));
        assertEquals(List.of(sent(), received()), log.types("client"));
        log.graph();
    }

    @Test
    void eachRequest_hasATimestampOfItsOwn() throws Exception {
        Clockwork clockwork = log.service("client");
        try (Client client = client(clockwork)) {
            ActivityScope scope = clockwork.startActivity().makeCurrent();
            client.call("/bare");
            client.call("/bare");
            scope.close();
        }
        List<VectorTimestamp> timestamps = requests.stream()
                .peek(values -> assertEquals(1, values.size()))
                .map(values ->
                        clockwork.propagator().extract(codec().getter(values)).orElseThrow())
                .toList();
        assertEquals(
                log.events("client").stream()
                        .filter(event -> event.type().equals(sent()))
                        .map(RecordedEvent::vector)
                        .toList(),
                timestamps);
    }

    @Test
    void timestampOverTheBudget_isLeftOutAndTheRequestGoesOn() throws Exception {
        try (Client client = client(log.start(log.configure("client").headerBudget(10)))) {
            assertTrue(client.call("/bare"));
        }
        assertEquals(List.of(List.of()), List.copyOf(requests));
        assertEquals(1, log.metrics().of("overBudget"));
    }

    @Test
    void asynchronousAnswer_isKnownToTheThreadThatTakesIt() throws Exception {
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
    void asynchronousFailure_isRecordedAndPassedOn() throws Exception {
        Clockwork clockwork = log.service("client");
        try (Client client = client(clockwork)) {
            assertThrows(Exception.class, () -> client.callAsync("/drop").get());
        }
        log.assertChain(sent(), failed());
    }

    @Test
    void concurrentCalls_doNotMix() throws Exception {
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
    void closedRuntime_letsCallsPass() throws Exception {
        Clockwork closed = log.service("client");
        try (Client client = client(closed)) {
            closed.close();
            assertTrue(client.call("/ok"));
        }
        assertEquals(2, log.metrics().of("dropped"));
    }
}
