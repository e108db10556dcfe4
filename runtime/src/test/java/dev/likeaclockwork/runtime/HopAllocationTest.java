// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.likeaclockwork.TextTransport;
import dev.likeaclockwork.runtime.integration.Inbound;
import dev.likeaclockwork.runtime.integration.InboundHandler;
import dev.likeaclockwork.runtime.integration.Outbound;
import dev.likeaclockwork.runtime.integration.OutboundHandler;
import dev.likeaclockwork.runtime.propagation.CarrierGetter;
import dev.likeaclockwork.runtime.propagation.CarrierSetter;
import dev.likeaclockwork.runtime.sink.RecordSink;
import dev.likeaclockwork.runtime.sink.RecordedEvent;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The bytes that one hop allocates on the threads of requests: a request from eight unknown nodes that makes one call,
 * with all four events. Measured in the interpreter; the compiler removes some allocations.
 */
class HopAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int HOPS = 64;
    private static final int ENTRIES = 8;
    private static final long GOAL = 4 << 10;

    private final Random random = new Random(1);

    @Test
    void hop_takesLessThanFourKibibytes() {
        long least = Long.MAX_VALUE;
        try (Clockwork clockwork =
                Clockwork.builder("inventory").sink(new DiscardingSink()).build()) {
            for (int i = 0; i < HOPS; i++) {
                Set<String> entries =
                        Stream.generate(this::entry).limit(ENTRIES).collect(toCollection(TreeSet::new));
                Map<String, String> request = headers(entries);
                entries.add(entry());
                Map<String, String> answer = headers(entries);
                long before = THREADS.getCurrentThreadAllocatedBytes();
                hop(clockwork, request, answer);
                least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
            }
        }
        assertThat(least).isPositive().isLessThan(GOAL);
    }

    private static void hop(Clockwork clockwork, Map<String, String> request, Map<String, String> answer) {
        Inbound inbound =
                InboundHandler.httpServer(clockwork).receive("POST /orders", CarrierGetter.text(request::get));
        ActivityScope scope = inbound.makeCurrent();
        Outbound outbound =
                OutboundHandler.httpClient(clockwork).send("POST payment", CarrierSetter.text(request::put));
        outbound.receive(CarrierGetter.text(answer::get), 200);
        scope.close();
        inbound.reply(CarrierSetter.text(answer::put), 200);
    }

    /** Written as text, because core recognizes timestamps that it has encoded itself. */
    private Map<String, String> headers(Collection<String> entries) {
        Map<String, String> headers = new HashMap<>();
        headers.put(TextTransport.VECTOR_HEADER, String.join(",", entries));
        return headers;
    }

    private String entry() {
        return "order-service/" + Long.toString(random.nextLong(1L << 62, Long.MAX_VALUE), 32) + "=3";
    }

    private static final class DiscardingSink implements RecordSink {
        @Override
        public String name() {
            return "nowhere";
        }

        @Override
        public void write(List<RecordedEvent> events) {
            // files are not part of this measurement
        }
    }
}
