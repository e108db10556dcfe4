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
 * What every integration of a server owes: the receipt is recorded before the handler runs and the reply after it,
 * whatever the request carries; and nothing of it is there any more when the thread goes on.
 */
public abstract class ServerContract extends UntrustedServerContract {
    private static final int MANY = 200;

    /** For test classes. */
    protected ServerContract() {}

    @Test
    void receipt_comes_before_the_handler_and_the_reply_after_it() throws Exception {
        try (RunningServer server = serve(log.service("server"))) {
            Reply reply = call(server, "/work");
            assertTrue(reply.ok());
            assertEquals(log.only("work.done").node(), reply.body());
        }
        assertEquals(List.of(received(), "work.done", sent()), log.types("server"));
        log.assertChain("http.request.sent", received(), "work.done", sent(), "http.response.received");
    }

    @Test
    void request_without_a_stamp_starts_without_a_past() throws Exception {
        try (RunningServer server = serve(log.service("server"))) {
            assertTrue(server.call("/work", List.of()).ok());
        }
        assertEquals(List.of(received(), "work.done", sent()), log.types("server"));
        assertEquals(1, log.only("work.done").vector().size());
        assertEquals(0, log.metrics().of("rejected"));
        log.graph();
    }

    @Test
    void failure_of_the_handler_is_recorded_and_passed_on() throws Exception {
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
    void asynchronous_handler_has_the_activity_and_its_reply_the_stamp() throws Exception {
        try (RunningServer server = serve(log.service("server"))) {
            Reply reply = call(server, "/async/work");
            assertEquals(log.only("work.done").node(), reply.body());
        }
        assertEquals(List.of(received(), "work.done", sent()), log.types("server"));
        log.assertChain("http.request.sent", received(), "work.done", sent(), "http.response.received");
    }

    @Test
    void asynchronous_failure_is_recorded() throws Exception {
        try (RunningServer server = serve(log.service("server"))) {
            assertFalse(call(server, "/async/fail").ok());
        }
        log.assertChain("http.request.sent", received(), "work.done", failed(), sent());
    }

    @Test
    void large_reply_is_recorded_and_arrives_whole() throws Exception {
        try (RunningServer server = serve(log.service("server"))) {
            assertEquals(1 << 20, call(server, "/large").body().length());
        }
        log.assertChain("http.request.sent", received(), "work.done", sent());
    }

    @Test
    void retried_request_is_another_activity() throws Exception {
        byte[] stamp = codec().encode(caller.startActivity().tick("tried"));
        try (RunningServer server = serve(log.service("server"))) {
            server.call("/work", List.of(stamp));
            server.call("/work", List.of(stamp));
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
    void concurrent_requests_do_not_mix() throws Exception {
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
        assertEquals(2, lane.get(2).vector().size(), () -> "the request of " + callers + " knows of others");
        assertEquals(
                String.valueOf(lane.get(0).fields().get("operation")).replaceFirst(".* ", ""),
                lane.get(1).fields().get("path"));
    }

    @Test
    void requests_one_after_the_other_share_nothing() throws Exception {
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
    void closed_runtime_lets_requests_pass() throws Exception {
        Clockwork closed = log.service("server");
        try (RunningServer server = serve(closed)) {
            closed.close();
            assertTrue(call(server, "/work").ok());
        }
        assertTrue(log.metrics().of("dropped") >= 3);
    }
}
