// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.concurrency;

import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.VectorTimestamp;
import java.util.Map;
import java.util.TreeMap;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;

/**
 * Whatever threads do with one vector clock, some order of the operations on a plain map explains it. Results are maps,
 * as Lincheck can't follow the text form: it is written by words, through a {@code VarHandle} over an array of bytes.
 */
public class VectorClockLinearizabilityTest {
    private final VectorClock clock = new VectorClock("a");

    @Operation
    public Map<String, Long> tick() {
        return clock.tick().toMap();
    }

    @Operation
    public Map<String, Long> receive(@Param(gen = IntGen.class, conf = "1:3") int count) {
        return clock.receive(VectorTimestamp.of(Map.of("b", (long) count))).toMap();
    }

    @Operation
    public Map<String, Long> merge(@Param(gen = IntGen.class, conf = "1:3") int count) {
        return clock.merge(VectorTimestamp.of(Map.of("a", (long) count, "c", (long) count)))
                .toMap();
    }

    @Operation
    public Map<String, Long> snapshot() {
        return clock.snapshot().toMap();
    }

    @Test
    void vectorClock_isLinearizableInEveryInterleaving() {
        Linearizability.checkInterleavings(VectorClockLinearizabilityTest.class, PlainClock.class);
    }

    /** A vector clock for one thread: the specification. */
    public static class PlainClock {
        private final TreeMap<String, Long> counters = new TreeMap<>(Map.of("a", 0L));

        public Map<String, Long> tick() {
            counters.merge("a", 1L, Long::sum);
            return snapshot();
        }

        public Map<String, Long> receive(int count) {
            counters.merge("b", (long) count, Math::max);
            return tick();
        }

        public Map<String, Long> merge(int count) {
            counters.merge("a", (long) count, Math::max);
            counters.merge("c", (long) count, Math::max);
            return snapshot();
        }

        public Map<String, Long> snapshot() {
            return new TreeMap<>(counters);
        }
    }
}
