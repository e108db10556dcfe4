// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import dev.likeaclockwork.CausalityRelation;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A second implementation of vector clocks, as a textbook has it: one map from node to counter. */
class NaiveVectorClocks extends VectorClockContract<NaiveVectorClocks.Clock, Map<String, Long>> {
    static final class Clock {
        final String node;
        final Map<String, Long> counters;

        Clock(String node, Map<String, Long> counters) {
            this.node = node;
            this.counters = new HashMap<>(counters);
        }
    }

    @Override
    public Clock create(String node) {
        return new Clock(node, Map.of());
    }

    @Override
    public Clock resume(String node, Map<String, Long> last) {
        return new Clock(node, last);
    }

    @Override
    public Map<String, Long> tick(Clock clock) {
        synchronized (clock) {
            clock.counters.merge(clock.node, 1L, Long::sum);
            return Map.copyOf(clock.counters);
        }
    }

    @Override
    public Map<String, Long> send(Clock clock) {
        return tick(clock);
    }

    @Override
    public Map<String, Long> receive(Clock clock, Map<String, Long> remote) {
        synchronized (clock) {
            clock.counters.putAll(merge(clock.counters, remote));
            return tick(clock);
        }
    }

    @Override
    public CausalityRelation relation(Map<String, Long> a, Map<String, Long> b) {
        boolean behind = false;
        boolean ahead = false;
        for (String node : union(a.keySet(), b.keySet())) {
            long difference = a.getOrDefault(node, 0L) - b.getOrDefault(node, 0L);
            behind |= difference < 0;
            ahead |= difference > 0;
        }
        if (behind) {
            return ahead ? CausalityRelation.CONCURRENT : CausalityRelation.HAPPENS_BEFORE;
        }
        return ahead ? CausalityRelation.HAPPENS_AFTER : CausalityRelation.EQUAL;
    }

    @Override
    public Map<String, Long> merge(Map<String, Long> a, Map<String, Long> b) {
        Map<String, Long> merged = new HashMap<>(a);
        b.forEach((node, counter) -> merged.merge(node, counter, Math::max));
        return merged;
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        Set<String> union = new TreeSet<>(a);
        union.addAll(b);
        return union;
    }
}
