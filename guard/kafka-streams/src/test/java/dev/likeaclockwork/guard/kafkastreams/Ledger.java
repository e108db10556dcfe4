// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.kafkastreams;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.guard.Deliveries;
import dev.likeaclockwork.guard.Deliveries.Delivery;
import dev.likeaclockwork.guard.NaiveGuard;
import dev.likeaclockwork.guard.event.EventDot;
import dev.likeaclockwork.guard.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Deliveries of a careless producer, and the ground truth of what should become of them, from a list of all processed
 * events.
 */
final class Ledger {
    static final String NODE_HEADER = "node";

    /** Names of events by key, in the order of their effects. */
    final Map<String, List<String>> processed = new TreeMap<>();

    final Map<String, List<String>> queued = new TreeMap<>();
    private final Map<String, NaiveGuard> guards = new HashMap<>();
    private final Set<String> waiting = new HashSet<>();
    private final List<Delivery> deliveries = new ArrayList<>();

    /** Events of some keys for each seed, those of all seeds in turn. */
    static Ledger of(int seeds, int eventsOfSeed) {
        Ledger ledger = new Ledger();
        List<Iterator<Delivery>> rest = new ArrayList<>();
        for (int seed = 0; seed < seeds; seed++) {
            rest.add(Deliveries.of(seed, eventsOfSeed).iterator());
        }
        while (rest.stream().anyMatch(Iterator::hasNext)) {
            for (int seed = 0; seed < seeds; seed++) {
                if (rest.get(seed).hasNext()) {
                    ledger.add(seed + "/", rest.get(seed).next());
                }
            }
        }
        ledger.deliver();
        return ledger;
    }

    private void add(String prefix, Delivery delivery) {
        deliveries.add(new Delivery(prefix + delivery.key(), prefix + delivery.name(), delivery.event()));
    }

    /** Judges all deliveries, as operations whose conflicts are queued; another time if they are sent again. */
    void deliver() {
        for (Delivery delivery : deliveries) {
            NaiveGuard guard = guards.computeIfAbsent(delivery.key(), key -> new NaiveGuard());
            Verdict verdict = guard.judge(delivery.event().stamp());
            if (verdict == Verdict.NEW || verdict == Verdict.STALE) {
                guard.remember(delivery.event().stamp());
                add(processed, delivery);
            } else if (verdict == Verdict.CONCURRENT && waiting.add(delivery.name())) {
                add(queued, delivery);
            }
        }
    }

    private static void add(Map<String, List<String>> names, Delivery delivery) {
        names.computeIfAbsent(delivery.key(), key -> new ArrayList<>()).add(delivery.name());
    }

    List<ProducerRecord<String, String>> records(String topic) {
        return deliveries.stream().map(delivery -> message(topic, delivery)).toList();
    }

    private static ProducerRecord<String, String> message(String topic, Delivery delivery) {
        ProducerRecord<String, String> message = new ProducerRecord<>(topic, delivery.key(), delivery.name());
        BinaryTransport.inject(delivery.event().stamp().vector(), message.headers()::add);
        String node = ((EventDot) delivery.event().stamp().name()).dot().node();
        message.headers().add(NODE_HEADER, node.getBytes(StandardCharsets.UTF_8));
        return message;
    }

    List<Delivery> deliveries() {
        return deliveries;
    }
}
