// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.guard.event.IncomingEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Events of some keys as a careless broker delivers them: out of order, and many of them twice. The same for the same
 * seed.
 */
public final class Deliveries {
    private static final int KEYS = 5;
    private static final int WRITERS_OF_KEY = 3;
    private static final int MAX_DELAY = 15;
    private static final int MAX_DELAY_OF_DUPLICATE = 100;

    private final SplittableRandom random;
    private final List<VectorClock> writers = new ArrayList<>();
    private final List<Delayed> delayed = new ArrayList<>();

    private Deliveries(long seed) {
        this.random = new SplittableRandom(seed);
        for (int i = 0; i < KEYS * WRITERS_OF_KEY; i++) {
            writers.add(new VectorClock("writer-" + i));
        }
    }

    /** An event on its way to the consumer, by a name that no other event has. */
    public record Delivery(String key, String name, IncomingEvent event) {}

    private record Delayed(int place, Delivery delivery) {}

    /** Deliveries of so many events, each of which is delivered once or twice. */
    public static List<Delivery> of(long seed, int events) {
        Deliveries deliveries = new Deliveries(seed);
        for (int i = 0; i < events; i++) {
            deliveries.write(i);
        }
        deliveries.delayed.sort(Comparator.comparingInt(Delayed::place));
        return deliveries.delayed.stream().map(Delayed::delivery).toList();
    }

    private void write(int place) {
        int key = random.nextInt(KEYS);
        VectorClock writer = writers.get(key * WRITERS_OF_KEY + random.nextInt(WRITERS_OF_KEY));
        VectorClock other = writers.get(key * WRITERS_OF_KEY + random.nextInt(WRITERS_OF_KEY));
        if (random.nextBoolean()) {
            writer.merge(other.snapshot());
        }
        IncomingEvent event = IncomingEvent.byDot(writer.node(), writer.tick());
        Delivery delivery = new Delivery("key-" + key, "event-" + place, event);
        delayed.add(new Delayed(place + random.nextInt(MAX_DELAY), delivery));
        if (random.nextInt(3) == 0) {
            delayed.add(new Delayed(place + random.nextInt(MAX_DELAY_OF_DUPLICATE), delivery));
        }
    }
}
