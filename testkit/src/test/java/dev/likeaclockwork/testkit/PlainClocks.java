// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import dev.likeaclockwork.CausalityRelation;
import java.util.Map;
import java.util.TreeMap;

/** Vector clocks as a textbook has them, for one thread; each method is one line that a broken clock can get wrong. */
class PlainClocks implements VectorClockAdapter<PlainClocks.Clock, Map<String, Long>> {
    /** A node and what it knows. */
    static final class Clock {
        final String node;
        Map<String, Long> known;

        Clock(String node, Map<String, Long> known) {
            this.node = node;
            this.known = new TreeMap<>(known);
        }
    }

    @Override
    public Clock start(String node) {
        return new Clock(node, Map.of());
    }

    @Override
    public Clock resume(String node, Map<String, Long> last) {
        return new Clock(node, last);
    }

    @Override
    public Map<String, Long> tick(Clock clock) {
        clock.known.merge(clock.node, 1L, Long::sum);
        return Map.copyOf(clock.known);
    }

    @Override
    public Map<String, Long> send(Clock clock) {
        return tick(clock);
    }

    @Override
    public Map<String, Long> receive(Clock clock, Map<String, Long> remote) {
        clock.known = new TreeMap<>(merge(clock.known, remote));
        return tick(clock);
    }

    @Override
    public CausalityRelation relation(Map<String, Long> first, Map<String, Long> second) {
        boolean behind = second.keySet().stream().anyMatch(n -> first.getOrDefault(n, 0L) < second.get(n));
        boolean ahead = first.keySet().stream().anyMatch(n -> second.getOrDefault(n, 0L) < first.get(n));
        if (behind) {
            return ahead ? CausalityRelation.CONCURRENT : CausalityRelation.HAPPENS_BEFORE;
        }
        return ahead ? CausalityRelation.HAPPENS_AFTER : CausalityRelation.EQUAL;
    }

    @Override
    public Map<String, Long> merge(Map<String, Long> first, Map<String, Long> second) {
        Map<String, Long> merged = new TreeMap<>(first);
        second.forEach((node, counter) -> merged.merge(node, counter, Math::max));
        return merged;
    }
}
