// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.WireLimits;
import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.CurrentActivity;
import dev.likeaclockwork.runtime.EdgePolicy;
import dev.likeaclockwork.runtime.Outbound;
import dev.likeaclockwork.runtime.sink.RecordedEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What every integration of a server owes: the receipt is recorded before the handler runs and the reply after it, whatever the
 * request carries; and nothing of it is there any more when the thread goes on.
 */
public abstract class ServerContract {
    private static final int MANY = 200;

    private final TestLog log = new TestLog();
    private final Queue<String> leaks = new ConcurrentLinkedQueue<>();
    private final Clockwork caller = log.service("caller");

    /** For test classes. */
    protected ServerContract() {}

    /** A server that listens; closing it stops it. */
    public interface Server extends AutoCloseable {
        /**
         * Sends a request by means that add nothing of their own.
         *
         * @param path what to ask for
         * @param stamps the values of the header of the stamp, one header line or entry for each
         */
        Reply call(String path, List<byte[]> stamps) throws Exception;

        @Override
        void close() throws IOException;
    }

    /**
     * Starts a server with the integration.
     *
     * @param clockwork what the integration is to be set up with
     * @param endpoint what the server does with requests; a reply is to be sent only after it returned
     * @param outside to be run in the thread of each request before the integration and after it
     */
    protected abstract Server serve(Clockwork clockwork, Endpoint endpoint, Runnable outside) throws Exception;

    /** How stamps travel. */
    protected abstract StampCodec codec();

    /** What begins the types of its events: {@code http} or {@code rpc}. */
    protected abstract String protocol();

    /** Whether several header lines of one name are one header. */
    protected boolean joinsRepeatedHeaders() {
        return codec() == StampCodec.TEXT;
    }

    /** Closes what the test opened. */
    @AfterEach
    final void closeLog() {
        log.close();
        assertEquals(List.of(), List.copyOf(leaks), "activities that are current outside of requests");
    }

    private Server serve(Clockwork clockwork) throws Exception {
        return serve(clockwork, path -> endpoint(clockwork, path), this::noteLeak);
    }

    private void noteLeak() {
        CurrentActivity.get().ifPresent(activity -> leaks.add(activity.toString()));
    }

    private static String endpoint(Clockwork clockwork, String path) {
        clockwork.event("work.done").with("path", path).record();
        if (path.endsWith("/fail")) {
            throw new IllegalStateException("as the test wants it");
        }
        return path.endsWith("/large")
                ? "x".repeat(1 << 20)
                : clockwork.current().map(Activity::node).orElse("nobody");
    }

    /** A call as a stamped client makes it. */
    private Reply call(Server server, String path) throws Exception {
        return call(server, path, caller.start());
    }

    private Reply call(Server server, String path, Activity activity) throws Exception {
        List<byte[]> stamps = new ArrayList<>();
        Outbound outbound = caller.httpClient().send(activity, path, codec().target(stamps::add));
        Reply reply = server.call(path, stamps);
        outbound.receive(codec().source(reply.stamps()));
        return reply;
    }

    private String received() {
        return protocol() + ".request.received";
    }

    private String sent() {
        return protocol() + ".response.sent";
    }

    private String failed() {
        return protocol() + ".request.failed";
    }

    @Test
    void receipt_comes_before_the_handler_and_the_reply_after_it() throws Exception {
        try (Server server = serve(log.service("server"))) {
            Reply reply = call(server, "/work");
            assertTrue(reply.ok());
            assertEquals(log.only("work.done").node(), reply.body());
        }
        assertEquals(List.of(received(), "work.done", sent()), log.types("server"));
        log.assertChain("http.request.sent", received(), "work.done", sent(), "http.response.received");
    }

    @Test
    void request_without_a_stamp_starts_without_a_past() throws Exception {
        try (Server server = serve(log.service("server"))) {
            assertTrue(server.call("/work", List.of()).ok());
        }
        assertEquals(List.of(received(), "work.done", sent()), log.types("server"));
        assertEquals(1, log.only("work.done").vector().size());
        assertEquals(0, log.metrics().of("rejected"));
        log.graph();
    }

    @Test
    void failure_of_the_handler_is_recorded_and_passed_on() throws Exception {
        try (Server server = serve(log.service("server"))) {
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
        try (Server server = serve(log.service("server"))) {
            Reply reply = call(server, "/async/work");
            assertEquals(log.only("work.done").node(), reply.body());
        }
        assertEquals(List.of(received(), "work.done", sent()), log.types("server"));
        log.assertChain("http.request.sent", received(), "work.done", sent(), "http.response.received");
    }

    @Test
    void asynchronous_failure_is_recorded() throws Exception {
        try (Server server = serve(log.service("server"))) {
            assertFalse(call(server, "/async/fail").ok());
        }
        log.assertChain("http.request.sent", received(), "work.done", failed(), sent());
    }

    @Test
    void large_reply_is_recorded_and_arrives_whole() throws Exception {
        try (Server server = serve(log.service("server"))) {
            assertEquals(1 << 20, call(server, "/large").body().length());
        }
        log.assertChain("http.request.sent", received(), "work.done", sent());
    }

    @Test
    void retried_request_is_another_activity() throws Exception {
        byte[] stamp = codec().encode(caller.start().tick("tried"));
        try (Server server = serve(log.service("server"))) {
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
        try (Server server = serve(log.service("server"))) {
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
    void malformed_stamps_are_counted_and_treated_as_absent() throws Exception {
        try (Server server = serve(log.service("server"))) {
            for (byte[] malformed : codec().malformed()) {
                assertTrue(server.call("/work", List.of(malformed)).ok());
            }
        }
        assertEquals(codec().malformed().size(), log.metrics().of("rejected"));
        log.events("server").forEach(event -> assertEquals(1, event.vector().size()));
        log.graph();
    }

    @Test
    void oversized_stamps_are_counted_and_treated_as_absent() throws Exception {
        Clockwork strict = log.start(log.configure("server").limits(new WireLimits(4, 100)));
        Activity activity = caller.start();
        for (int i = 0; i < 9; i++) {
            activity.receive("met", caller.start().tick("other"));
        }
        try (Server server = serve(strict)) {
            assertTrue(server.call("/work", List.of(codec().encode(activity.snapshot())))
                    .ok());
            assertTrue(server.call("/work", List.of(codec().encode(many(5)))).ok());
        }
        assertEquals(1, log.metrics().of("rejected.TOO_LARGE"));
        assertEquals(1, log.metrics().of("rejected.TOO_MANY_ENTRIES"));
        log.events("server").forEach(event -> assertEquals(1, event.vector().size()));
    }

    private static VectorTimestamp many(int entries) {
        Map<String, Long> counters = new TreeMap<>();
        for (int i = 0; i < entries; i++) {
            counters.put("n" + i, 1L);
        }
        return VectorTimestamp.of(counters);
    }

    @Test
    void duplicated_header_is_joined_or_one_of_its_lines_counts() throws Exception {
        byte[] first = codec().encode(caller.start().tick("first"));
        byte[] second = codec().encode(caller.start().tick("second"));
        try (Server server = serve(log.service("server"))) {
            assertTrue(server.call("/work", List.of(first, second)).ok());
        }
        assertEquals(
                joinsRepeatedHeaders() ? 3 : 2, log.only("work.done").vector().size());
        log.graph();
    }

    @Test
    void restarting_edge_notes_what_came_and_orders_nothing() throws Exception {
        Clockwork edge = log.start(log.configure("server").edge(EdgePolicy.RESTART));
        Reply reply;
        try (Server server = serve(edge)) {
            reply = call(server, "/work");
        }
        assertEquals(List.of(), reply.stamps());
        assertEquals(1, log.only("work.done").vector().size());
        assertEquals(
                log.only("http.request.sent").vector().toString(),
                log.only(received()).fields().get("untrusted_vector"));
        log.graph();
    }

    @Test
    void dropping_edge_reads_nothing_and_stamps_nothing() throws Exception {
        Clockwork edge = log.start(log.configure("server").edge(EdgePolicy.DROP));
        try (Server server = serve(edge)) {
            assertEquals(List.of(), call(server, "/work").stamps());
            assertTrue(server.call("/work", List.of(codec().malformed().get(0))).ok());
        }
        assertEquals(0, log.metrics().of("rejected"));
        log.events("server").forEach(event -> assertEquals(1, event.vector().size()));
        log.graph();
    }

    @Test
    void stamp_over_the_budget_is_left_out_of_the_reply() throws Exception {
        Clockwork frugal = log.start(log.configure("server").headerBudget(10));
        try (Server server = serve(frugal)) {
            Reply reply = call(server, "/work");
            assertTrue(reply.ok());
            assertEquals(List.of(), reply.stamps());
        }
        assertTrue(log.metrics().of("overBudget") >= 1);
        log.graph();
    }

    @Test
    void requests_one_after_the_other_share_nothing() throws Exception {
        try (Server server = serve(log.service("server"))) {
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
        try (Server server = serve(closed)) {
            closed.close();
            assertTrue(call(server, "/work").ok());
        }
        assertTrue(log.metrics().of("dropped") >= 3);
    }
}
