// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.ActivityScope;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.CurrentActivity;
import dev.likeaclockwork.runtime.EdgePolicy;
import dev.likeaclockwork.runtime.sink.RecordedEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every integration of a message broker owes: a message is stamped by its own sending, also if it is sent again, and a batch is one
 * receipt that joins all its stamps.
 */
public abstract class MessagingContract {
    private final TestLog log = new TestLog();
    private final Clockwork producer = log.service("producer");
    private Channel channel;

    /** For test classes. */
    @SuppressWarnings("NullAway.Init")
    protected MessagingContract() {}

    /** A queue or topic that is empty, with the integration on both sides. */
    public interface Channel extends AutoCloseable {
        /** Sends a message with the integration, in the calling thread, and waits until the broker has it. */
        void send(Clockwork producer, String message) throws Exception;

        /** Sends one and the same message object twice, as a retry does, and waits. */
        void sendTwice(Clockwork producer, String message) throws Exception;

        /**
         * Sends a message without the integration.
         *
         * @param stamps the values of the header of the stamp, one header for each
         */
        void sendRaw(String message, List<byte[]> stamps) throws Exception;

        /** Takes a message without the integration: the values of the header of its stamp. */
        List<byte[]> takeRaw() throws Exception;

        /**
         * Takes messages with the integration, one at a time, and calls the handler with each while its activity is current.
         *
         * @param count so many; what the handler throws counts as handled
         */
        void consume(Clockwork consumer, int count, Consumer<String> handler) throws Exception;

        /** Takes so many messages with the integration as one batch, and calls the handler once while its activity is current. */
        void consumeBatch(Clockwork consumer, int count, Consumer<List<String>> handler) throws Exception;

        @Override
        void close() throws IOException;
    }

    /** Opens an empty channel. */
    protected abstract Channel open() throws Exception;

    /** How stamps travel. */
    protected abstract StampCodec codec();

    /** Opens the channel. */
    @BeforeEach
    final void openChannel() throws Exception {
        channel = open();
    }

    /** Closes what the test opened. */
    @AfterEach
    final void closeAll() throws Exception {
        channel.close();
        log.close();
        assertTrue(CurrentActivity.get().isEmpty(), "an activity is current after the test");
    }

    private static Consumer<String> worker(Clockwork consumer) {
        return message -> {
            consumer.event("worked").with("message", message).record();
            if (message.startsWith("bad")) {
                throw new IllegalStateException("as the test wants it");
            }
        };
    }

    private void consume(Clockwork consumer, int count) throws Exception {
        channel.consume(consumer, count, worker(consumer));
    }

    @Test
    void sending_comes_before_receipt_and_receipt_before_the_handler() throws Exception {
        Clockwork consumer = log.service("consumer");
        ActivityScope scope = producer.start().makeCurrent();
        producer.event("before").record();
        channel.send(producer, "m");
        scope.close();
        consume(consumer, 1);
        log.assertChain("before", "message.sent", "message.received", "worked");
        assertEquals(log.only("message.received").node(), log.only("worked").node());
    }

    @Test
    void message_without_an_activity_starts_one() throws Exception {
        channel.send(producer, "m");
        consume(log.service("consumer"), 1);
        log.assertChain("message.sent", "message.received", "worked");
    }

    @Test
    void message_that_is_sent_again_has_a_fresh_stamp() throws Exception {
        ActivityScope scope = producer.start().makeCurrent();
        channel.sendTwice(producer, "m");
        scope.close();
        List<List<byte[]>> taken = List.of(channel.takeRaw(), channel.takeRaw());
        List<VectorTimestamp> stamps = taken.stream()
                .peek(values -> assertEquals(1, values.size()))
                .map(values -> producer.stamps().read(codec().source(values)).orElseThrow())
                .toList();
        assertEquals(
                log.events().stream()
                        .filter(event -> event.type().equals("message.sent"))
                        .map(RecordedEvent::vector)
                        .toList(),
                stamps);
    }

    @Test
    void batch_is_one_receipt_that_joins_all_stamps() throws Exception {
        Clockwork consumer = log.service("consumer");
        channel.send(producer, "a");
        channel.send(producer, "b");
        channel.send(producer, "c");
        channel.consumeBatch(consumer, 3, batch -> {
            assertEquals(List.of("a", "b", "c"), batch);
            consumer.event("worked").record();
        });
        assertEquals(List.of("message.received", "worked"), log.types("consumer"));
        assertEquals(4, log.only("message.received").vector().size());
        log.graph();
    }

    @Test
    void messages_one_after_the_other_share_nothing() throws Exception {
        for (int i = 0; i < 20; i++) {
            channel.send(producer, "m" + i);
        }
        consume(log.service("consumer"), 20);
        assertEquals(
                20,
                log.events("consumer").stream()
                        .map(RecordedEvent::node)
                        .distinct()
                        .count());
        log.events("consumer").forEach(event -> assertEquals(2, event.vector().size()));
        log.graph();
    }

    @Test
    void failure_of_the_handler_is_recorded_and_does_not_leak() throws Exception {
        Clockwork consumer = log.service("consumer");
        channel.send(producer, "bad");
        channel.send(producer, "good");
        consume(consumer, 2);
        assertEquals(
                List.of("message.received", "worked", "message.failed", "message.received", "worked"),
                log.types("consumer").stream()
                        .filter(type -> !type.equals("message.replied"))
                        .toList());
        assertEquals(
                2,
                log.events("consumer").stream()
                        .map(RecordedEvent::node)
                        .distinct()
                        .count());
        log.graph();
    }

    @Test
    void redelivered_message_is_another_activity() throws Exception {
        byte[] stamp = codec().encode(producer.start().tick("sent.elsewhere"));
        channel.sendRaw("m", List.of(stamp));
        channel.sendRaw("m", List.of(stamp));
        consume(log.service("consumer"), 2);
        assertEquals(
                2,
                log.events("consumer").stream()
                        .map(RecordedEvent::node)
                        .distinct()
                        .count());
        log.graph();
    }

    @Test
    void message_without_a_stamp_starts_without_a_past() throws Exception {
        channel.sendRaw("m", List.of());
        consume(log.service("consumer"), 1);
        assertEquals(1, log.only("worked").vector().size());
        assertEquals(0, log.metrics().of("rejected"));
    }

    @Test
    void malformed_stamps_are_counted_and_treated_as_absent() throws Exception {
        for (byte[] malformed : codec().malformed()) {
            channel.sendRaw("m", List.of(malformed));
        }
        consume(log.service("consumer"), codec().malformed().size());
        assertEquals(codec().malformed().size(), log.metrics().of("rejected"));
        log.events("consumer").forEach(event -> assertEquals(1, event.vector().size()));
        log.graph();
    }

    @Test
    void oversized_stamp_is_counted_and_treated_as_absent() throws Exception {
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
    void duplicated_header_does_not_hurt() throws Exception {
        byte[] first = codec().encode(producer.start().tick("first"));
        byte[] second = codec().encode(producer.start().tick("second"));
        channel.sendRaw("m", List.of(first, second));
        consume(log.service("consumer"), 1);
        assertTrue(log.only("worked").vector().size() >= 2);
        log.graph();
    }

    @Test
    void good_stamps_of_a_batch_count_beside_malformed_ones() throws Exception {
        Clockwork consumer = log.service("consumer");
        channel.sendRaw("bad", List.of(codec().malformed().get(0)));
        channel.send(producer, "good");
        channel.consumeBatch(consumer, 2, batch -> {});
        assertEquals(1, log.metrics().of("rejected"));
        log.assertChain("message.sent", "message.received");
    }

    @Test
    void restarting_edge_orders_nothing() throws Exception {
        channel.send(producer, "m");
        consume(log.start(log.configure("consumer").edge(EdgePolicy.RESTART)), 1);
        assertEquals(1, log.only("worked").vector().size());
        assertEquals(
                log.only("message.sent").vector().toString(),
                log.only("message.received").fields().get("untrusted_vector"));
        log.graph();
    }

    @Test
    void stamp_over_the_budget_is_left_out_and_the_message_goes_on() throws Exception {
        channel.send(log.start(log.configure("frugal").headerBudget(10)), "m");
        assertEquals(List.of(), channel.takeRaw());
        assertEquals(1, log.metrics().of("overBudget"));
    }

    @Test
    void consumer_that_sends_on_carries_what_it_knows() throws Exception {
        Clockwork middle = log.service("middle");
        List<String> seen = new ArrayList<>();
        channel.send(producer, "first");
        channel.consume(middle, 1, message -> {
            seen.add(message + middle.current().map(Activity::node).orElse(""));
            sendOn(middle);
        });
        consume(log.service("consumer"), 1);
        assertEquals(List.of("first" + log.events("middle").get(0).node()), seen);
        assertEquals(3, log.only("worked").vector().size());
        log.graph();
    }

    private void sendOn(Clockwork middle) {
        try {
            channel.send(middle, "second");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
