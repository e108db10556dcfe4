// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.EdgePolicy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The contract of an integration for message brokers with timestamps that are absent, malformed, oversized, duplicated
 * or untrusted.
 */
public abstract class UntrustedMessagesContract extends MessagingFixture {
    /** For test classes. */
    protected UntrustedMessagesContract() {}

    @Test
    void messageWithoutTimestamp_startsWithoutAPast() throws Exception {
        channel.sendRaw("m", List.of());
        consume(log.service("consumer"), 1);
        assertEquals(1, log.only("worked").vector().size());
        assertEquals(0, log.metrics().of("rejected"));
    }

    @Test
    void malformedTimestamps_areCountedAndTreatedAsAbsent() throws Exception {
        for (byte[] malformed : codec().malformed()) {
            channel.sendRaw("m", List.of(malformed));
        }
        consume(log.service("consumer"), codec().malformed().size());
        assertEquals(codec().malformed().size(), log.metrics().of("rejected"));
        log.events("consumer").forEach(event -> assertEquals(1, event.vector().size()));
        log.graph();
    }

    @Test
    void oversizedTimestamp_isCountedAndTreatedAsAbsent() throws Exception {
        Map<String, Long> counters = new TreeMap<>();
        for (int i = 0; i < 1000; i++) {
            counters.put("node-" + i, 1L);
        }
        channel.sendRaw("m", List.of(codec().encode(VectorTimestamp.of(counters))));
        consume(log.service("consumer"), 1);
        assertEquals(1, log.metrics().of("rejected.TOO_LARGE"));
        log.graph();
    }

    @Test
    void duplicatedHeader_isRead() throws Exception {
        byte[] first = codec().encode(producer.startActivity().tick("first"));
        byte[] second = codec().encode(producer.startActivity().tick("second"));
        channel.sendRaw("m", List.of(first, second));
        consume(log.service("consumer"), 1);
        assertTrue(log.only("worked").vector().size() >= 2);
        log.graph();
    }

    @Test
    void validTimestampsOfABatch_countBesideMalformedOnes() throws Exception {
        Clockwork consumer = log.service("consumer");
        channel.sendRaw("bad", List.of(codec().malformed().get(0)));
        channel.send(producer, "good");
        channel.consumeBatch(consumer, 2, batch -> {});
        assertEquals(1, log.metrics().of("rejected"));
        log.assertChain("message.sent", "message.received");
    }

    @Test
    void restartingEdge_ordersNothing() throws Exception {
        channel.send(producer, "m");
        consume(log.start(log.configure("consumer").edgePolicy(EdgePolicy.RESTART)), 1);
        assertEquals(1, log.only("worked").vector().size());
        assertEquals(
                log.only("message.sent").vector().toString(),
                log.only("message.received").fields().get("untrusted_vector"));
        log.graph();
    }

    @Test
    void timestampOverTheBudget_isLeftOutAndTheMessageGoesOn() throws Exception {
        channel.send(log.start(log.configure("frugal").headerBudget(10)), "m");
        assertEquals(List.of(), channel.takeRaw());
        assertEquals(1, log.metrics().of("overBudget"));
    }
}
