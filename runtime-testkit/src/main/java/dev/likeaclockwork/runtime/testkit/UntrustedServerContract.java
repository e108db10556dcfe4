// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.EdgePolicy;
import dev.likeaclockwork.wire.WireLimits;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The contract of an integration for servers with inbound timestamps that are malformed, oversized, duplicated or
 * untrusted.
 */
public abstract class UntrustedServerContract extends ServerFixture {
    /** For test classes. */
    protected UntrustedServerContract() {}

    @Test
    void malformedTimestamps_areCountedAndTreatedAsAbsent() throws Exception {
        try (RunningServer server = serve(log.service("server"))) {
            for (byte[] malformed : codec().malformed()) {
                assertTrue(server.call("/work", List.of(malformed)).ok());
            }
        }
        assertEquals(codec().malformed().size(), log.metrics().of("rejected"));
        log.events("server").forEach(event -> assertEquals(1, event.vector().size()));
        log.graph();
    }

    @Test
    void oversizedTimestamps_areCountedAndTreatedAsAbsent() throws Exception {
        Clockwork strict = log.start(log.configure("server").limits(new WireLimits(4, 100)));
        Activity activity = caller.startActivity();
        for (int i = 0; i < 9; i++) {
            activity.receive("met", caller.startActivity().tick("other"));
        }
        try (RunningServer server = serve(strict)) {
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
    void duplicatedHeader_isJoinedOrOneOfItsLinesCounts() throws Exception {
        byte[] first = codec().encode(caller.startActivity().tick("first"));
        byte[] second = codec().encode(caller.startActivity().tick("second"));
        try (RunningServer server = serve(log.service("server"))) {
            assertTrue(server.call("/work", List.of(first, second)).ok());
        }
        assertEquals(
                joinsRepeatedHeaders() ? 3 : 2, log.only("work.done").vector().size());
        log.graph();
    }

    @Test
    void restartingEdge_recordsTheUntrustedVectorAndOrdersNothing() throws Exception {
        Clockwork edge = log.start(log.configure("server").edgePolicy(EdgePolicy.RESTART));
        Reply reply;
        try (RunningServer server = serve(edge)) {
            reply = call(server, "/work");
        }
        assertEquals(List.of(), reply.headers());
        assertEquals(1, log.only("work.done").vector().size());
        assertEquals(
                log.only("http.request.sent").vector().toString(),
                log.only(received()).fields().get("untrusted_vector"));
        log.graph();
    }

    @Test
    void droppingEdge_readsNothingAndWritesNothing() throws Exception {
        Clockwork edge = log.start(log.configure("server").edgePolicy(EdgePolicy.DROP));
        try (RunningServer server = serve(edge)) {
            assertEquals(List.of(), call(server, "/work").headers());
            assertTrue(server.call("/work", List.of(codec().malformed().get(0))).ok());
        }
        assertEquals(0, log.metrics().of("rejected"));
        log.events("server").forEach(event -> assertEquals(1, event.vector().size()));
        log.graph();
    }

    @Test
    void timestampOverTheBudget_isLeftOutOfTheReply() throws Exception {
        Clockwork frugal = log.start(log.configure("server").headerBudget(10));
        try (RunningServer server = serve(frugal)) {
            Reply reply = call(server, "/work");
            assertTrue(reply.ok());
            assertEquals(List.of(), reply.headers());
        }
        assertTrue(log.metrics().of("overBudget") >= 1);
        log.graph();
    }
}
