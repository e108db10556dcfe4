// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.sink.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The contract of an integration for servers: it records the receipt before the handler runs and the reply after it,
 * whatever the request carries, and leaves no activity current in the thread afterwards.
 */
public abstract class ServerContract extends UntrustedServerContract {
    private static final int MANY = 200;

    /** For test classes. */
    protected ServerContract() {}

    @Test
    void request_isReceivedBeforeTheHandlerAndAnsweredAfterIt() throws Exception {
        try (RunningServer server = serve(log.service("server"))) {
            Reply reply = call(server, "/work");
            assertTrue(reply.ok());
            assertEquals(log.only("work.done").node(), reply.body());
        }
        assertEquals(List.of(received(), "work.done", sent()), log.types("server"));
        log.assertChain("http.request.sent", received(), "work.done", sent(), "http.response.received");
    }

    @Test
    void requestWithoutTimestamp_startsWithoutAPast() throws Exception {
        try (RunningServer server = serve(log.service("server"))) {
            assertTrue(server.call("/work", List.of()).ok());
        }
        assertEquals(List.of(received(), "work.done", sent()), log.types("server"));
        assertEquals(1, log.only("work.done").vector().size());
        assertEquals(0, log.metrics().of("rejected"));
        log.graph();
    }

    @Test
    void failureOfTheHandler_isRecordedAndPassedOn() throws Exception {
        try (RunningServer server = serve(log.service("server"))) {
            assertFalse(call(server, "/fail").ok());
            assertTrue(call(server, "/work").ok());
        }
        RecordedEvent failure = log.only(failed());
        assertEquals(
                "/fail",
                log.events().stream()
                        .filter(event -> event.node().equals(failure.node()))
                        .filter(event -> event.type().equals("work.done"))
                        .findFirst()
                        .orElseThrow()
                        .fields()
                        .get("path"));
        assertEquals(2, log.types("server").stream().filter(sent()::equals).count());
        log.graph();
    }

    @Test
    void asynchronousHandler_hasTheActivityAndItsReplyTheTimestamp() throws Exception {
        try (RunningServer server = serve(log.service("server"))) {
            Reply reply = call(server, "/async/work");
            assertEquals(log.only("work.done").node(), reply.body());
        }
        assertEquals(List.of(received(), "work.done", sent()), log.types("server"));
        log.assertChain("http.request.sent", received(), "work.done", sent(), "http.response.received");
    }

    @Test
    void asynchronousFailure_isRecorded() throws Exception {
        try (RunningServer server = serve(log.service("server"))) {
            assertFalse(call(server, "/async/fail").ok());
        }
        log.assertChain("http.request.sent", received(), "work.done", failed(), sent());
    }

    @Test
    void largeReply_isRecordedAndArrivesWhole() throws Exception {
        try (RunningServer server = serve(log.service("server"))) {
            assertEquals(1 << 20, call(server, "/large").body().length());
        }
        log.assertChain("http.request.sent", received(), "work.done", sent());
    }

    @Test
    void retriedRequest_isAnotherActivity() throws Exception {
        byte[] header = codec().encode(caller.startActivity().tick("tried"));
        try (RunningServer server = serve(log.service("server"))) {
            server.call("/work", List.of(header));
            server.call("/work", List.of(header));
        }
        assertEquals(
                2,
                log.events("server").stream()
                        .map(RecordedEvent::node)
                        .distinct()
                        .count());
        log.graph();
    }

    @Test
    void concurrentRequests_doNotMix() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try (RunningServer server = serve(log.service("server"))) {
            List<Future<Reply>> replies = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                String path = i % 3 == 0 ? "/async/work/" + i : "/work/" + i;
                replies.add(callers.submit(() -> call(server, path)));
            }
            for (Future<Reply> reply : replies) {
                assertTrue(reply.get().ok());
            }
        } finally {
            callers.shutdown();
        }
        Map<String, List<RecordedEvent>> lanes = log.events("server").stream()
                .collect(Collectors.groupingBy(RecordedEvent::node, TreeMap::new, Collectors.toList()));
        assertEquals(MANY, lanes.size());
        lanes.values().forEach(this::checkLane);
        log.graph();
    }

    private void checkLane(List<RecordedEvent> lane) {
        assertEquals(
                List.of(received(), "work.done", sent()),
                lane.stream().map(RecordedEvent::type).toList());
        String callers = lane.get(0).vector().nodes().stream()
                .filter(node -> node.startsWith("caller/"))
                .findFirst()
                .orElseThrow();
        assertEquals(2, lane.get(2).vector().size(), () -> "the request of " + callers + " knows of other callers");
        assertEquals(
                String.valueOf(lane.get(0).fields().get("operation")).replaceFirst(".* ", ""),
                lane.get(1).fields().get("path"));
    }

    @Test
    void consecutiveRequests_shareNothing() throws Exception {
        try (RunningServer server = serve(log.service("server"))) {
            for (int i = 0; i < 50; i++) {
                call(server, i % 5 == 0 ? "/fail" : i % 7 == 0 ? "/async/work" : "/work");
            }
        }
        assertEquals(
                50,
                log.events("server").stream()
                        .map(RecordedEvent::node)
                        .distinct()
                        .count());
        log.events("server").forEach(event -> assertEquals(2, event.vector().size()));
        log.graph();
    }

    @Test
    void closedRuntime_letsRequestsPass() throws Exception {
        Clockwork closed = log.service("server");
        try (RunningServer server = serve(closed)) {
            closed.close();
            assertTrue(call(server, "/work").ok());
        }
        assertTrue(log.metrics().of("dropped") >= 3);
    }
}
