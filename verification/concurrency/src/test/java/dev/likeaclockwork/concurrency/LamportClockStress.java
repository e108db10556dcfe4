// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.likeaclockwork.LamportClock;
import dev.likeaclockwork.LamportTimestamp;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJJ_Result;

/** What threads that share one Lamport clock may and may not see. */
class LamportClockStress {
    private static final LamportTimestamp REMOTE = LamportTimestamp.of("b", 5);

    private LamportClockStress() {}

    @JCStressTest
    @Outcome(
            id = {"1, 2, 2", "2, 1, 2"},
            expect = ACCEPTABLE,
            desc = "One after the other")
    @Outcome(expect = FORBIDDEN, desc = "Two events with one time, or one lost")
    @State
    public static class TwoTicks {
        private final LamportClock clock = new LamportClock("a");

        @Actor
        public void first(JJJ_Result r) {
            r.r1 = clock.tick().time();
        }

        @Actor
        public void second(JJJ_Result r) {
            r.r2 = clock.tick().time();
        }

        @Arbiter
        public void after(JJJ_Result r) {
            r.r3 = clock.time();
        }
    }

    @JCStressTest
    @Outcome(
            id = {"1, 6, 6", "7, 6, 7"},
            expect = ACCEPTABLE,
            desc = "One after the other")
    @Outcome(expect = FORBIDDEN, desc = "A receive that is not after what it received, or a time that went back")
    @State
    public static class SendAndReceive {
        private final LamportClock clock = new LamportClock("a");

        @Actor
        public void sender(JJJ_Result r) {
            r.r1 = clock.send().time();
        }

        @Actor
        public void receiver(JJJ_Result r) {
            r.r2 = clock.receive(REMOTE).time();
        }

        @Arbiter
        public void after(JJJ_Result r) {
            r.r3 = clock.time();
        }
    }
}
