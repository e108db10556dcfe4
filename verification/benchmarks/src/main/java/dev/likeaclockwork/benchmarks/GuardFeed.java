// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.benchmarks;

import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.guard.event.IncomingEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Events for many keys in turn, in causal order: each key gets the same chain, to which its writers contribute in turn.
 */
final class GuardFeed {
    static final int KEYS = 10_000;
    private static final int EVENTS_OF_KEY = 20;

    private final List<String> keys = new ArrayList<>();
    private final List<IncomingEvent> chain;
    private int place;

    GuardFeed(int writers) {
        for (int i = 0; i < KEYS; i++) {
            keys.add("order:" + (1_000_000 + i));
        }
        chain = chain(writers, EVENTS_OF_KEY);
    }

    /** Events each of which knows all before it. */
    static List<IncomingEvent> chain(int writers, int events) {
        String[] ids = Workload.ids(writers);
        List<VectorClock> clocks = new ArrayList<>();
        for (String id : ids) {
            clocks.add(new VectorClock(id, ids));
        }
        List<IncomingEvent> chain = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            VectorClock writer = clocks.get(i % writers);
            writer.merge(clocks.get((i + writers - 1) % writers).snapshot());
            chain.add(IncomingEvent.byDot(writer.node(), writer.tick()));
        }
        return chain;
    }

    String key() {
        return keys.get(place % KEYS);
    }

    IncomingEvent event() {
        return chain.get(place / KEYS);
    }

    /** Goes on; true if all starts again. */
    boolean advance() {
        place = (place + 1) % (KEYS * chain.size());
        return place == 0;
    }
}
