// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.ActivityScope;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.sink.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The contract of an integration for message brokers: each message carries the timestamp of its own sending, also if it
 * is sent again, and a batch is one receipt that merges the timestamps of its messages.
 */
public abstract class MessagingContract extends UntrustedMessagesContract {
    /** For test classes. */
    protected MessagingContract() {}

    @Test
    void message_isSentBeforeItsReceiptAndReceivedBeforeTheHandler() throws Exception {
        Clockwork consumer = log.service("consumer");
        ActivityScope scope = producer.startActivity().makeCurrent();
        producer.event("before").record();
        channel.send(producer, "m");
        scope.close();
        consume(consumer, 1);
        log.assertChain("before", "message.sent", "message.received", "worked");
        assertEquals(log.only("message.received").node(), log.only("worked").node());
    }

    @Test
    void messageWithoutActivity_startsOne() throws Exception {
        channel.send(producer, "m");
        consume(log.service("consumer"), 1);
        log.assertChain("message.sent", "message.received", "worked");
    }

    @Test
    void messageSentAgain_hasAFreshTimestamp() throws Exception {
        ActivityScope scope = producer.startActivity().makeCurrent();
        channel.sendTwice(producer, "m");
        scope.close();
        List<List<byte[]>> taken = List.of(channel.takeRaw(), channel.takeRaw());
        List<VectorTimestamp> timestamps = taken.stream()
                .peek(values -> assertEquals(1, values.size()))
                .map(values ->
                        producer.propagator().extract(codec().getter(values)).orElseThrow())
                .toList();
        assertEquals(
                log.events().stream()
                        .filter(event -> event.type().equals("message.sent"))
                        .map(RecordedEvent::vector)
                        .toList(),
                timestamps);
    }

    @Test
    void batch_isOneReceiptThatMergesAllTimestamps() throws Exception {
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
    void consecutiveMessages_shareNothing() throws Exception {
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
    void failureOfTheHandler_isRecordedAndDoesNotLeak() throws Exception {
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
    void redeliveredMessage_isAnotherActivity() throws Exception {
        byte[] header = codec().encode(producer.startActivity().tick("sent.elsewhere"));
        channel.sendRaw("m", List.of(header));
        channel.sendRaw("m", List.of(header));
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
    void consumerThatSends_carriesItsKnowledge() throws Exception {
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
