// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.benchmarks;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.LamportTimestamp;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.event.EventDot;
import dev.likeaclockwork.guard.event.IncomingEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Records of many keys in turn, each of which gets the same chain of events; every third event is sent twice. A record
 * has a value of 100 characters and the headers of an event: vector, Lamport time, id.
 */
final class StreamsFeed {
    private static final int EVENTS_OF_KEY = 12;
    private static final int TWICE = 3;
    private static final String VALUE = "v".repeat(100);

    private StreamsFeed() {}

    static int records(int keys) {
        return keys * (EVENTS_OF_KEY + EVENTS_OF_KEY / TWICE);
    }

    static int distinct(int keys) {
        return keys * EVENTS_OF_KEY;
    }

    static void send(String bootstrapServers, String topic, int keys, int writers) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", "20", "delivery.timeout.ms", "60000");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            List<IncomingEvent> chain = GuardFeed.chain(writers, EVENTS_OF_KEY);
            for (int i = 0; i < chain.size(); i++) {
                for (int repeat = i % TWICE == 0 ? 2 : 1; repeat > 0; repeat--) {
                    for (int key = 0; key < keys; key++) {
                        sent.add(producer.send(message(topic, "order:" + (1_000_000 + key), chain.get(i))));
                    }
                }
            }
            for (Future<?> one : sent) {
                one.get(60, TimeUnit.SECONDS);
            }
        }
    }

    private static ProducerRecord<String, String> message(String topic, String key, IncomingEvent event) {
        ProducerRecord<String, String> message = new ProducerRecord<>(topic, key, VALUE);
        Headers headers = message.headers();
        VectorTimestamp vector = event.stamp().vector();
        String node = ((EventDot) event.stamp().name()).dot().node();
        UUID id = UUID.nameUUIDFromBytes((key + event.stamp().name()).getBytes(StandardCharsets.UTF_8));
        BinaryTransport.inject(vector, headers::add);
        BinaryTransport.inject(LamportTimestamp.of(node, event.stamp().lamportTime()), headers::add);
        headers.add(BinaryTransport.EVENT_ID_HEADER, id.toString().getBytes(StandardCharsets.UTF_8));
        return message;
    }
}
