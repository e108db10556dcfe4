// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.concurrency;

import dev.likeaclockwork.LamportClock;
import dev.likeaclockwork.LamportTimestamp;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;

/** Whatever threads do with one Lamport clock, some order of the operations on a plain number explains it. */
public class LamportClockLinearizabilityTest {
    private final LamportClock clock = new LamportClock("a");

    @Operation
    public long tick() {
        return clock.tick().time();
    }

    @Operation
    public long receive(@Param(gen = IntGen.class, conf = "0:9") int time) {
        return clock.receive(LamportTimestamp.of("b", time)).time();
    }

    @Operation
    public long time() {
        return clock.time();
    }

    @Test
    void lamportClock_isLinearizableInEveryInterleaving() {
        Linearizability.checkInterleavings(LamportClockLinearizabilityTest.class, PlainClock.class);
    }

    /** A Lamport clock for one thread: the specification. */
    public static class PlainClock {
        private long time;

        public long tick() {
            return ++time;
        }

        public long receive(int remote) {
            time = Math.max(time, remote) + 1;
            return time;
        }

        public long time() {
            return time;
        }
    }
}
