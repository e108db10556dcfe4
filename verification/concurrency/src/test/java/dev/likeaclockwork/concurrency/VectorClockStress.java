// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.VectorTimestamp;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;
import org.openjdk.jcstress.infra.results.LL_Result;

/** What threads that share one vector clock may and may not see. */
class VectorClockStress {
    private static final VectorTimestamp FROM_B = VectorTimestamp.parse("a=0,b=5");
    private static final VectorTimestamp FROM_C = VectorTimestamp.parse("a=0,c=7");

    private VectorClockStress() {}

    @JCStressTest
    @Outcome(
            id = {"a=1, a=2, a=2", "a=2, a=1, a=2"},
            expect = ACCEPTABLE,
            desc = "One after the other")
    @Outcome(expect = FORBIDDEN, desc = "Two events with one dot, or one lost")
    @State
    public static class TwoSends {
        private final VectorClock clock = new VectorClock("a");

        @Actor
        public void first(LLL_Result r) {
            r.r1 = clock.send().toString();
        }

        @Actor
        public void second(LLL_Result r) {
            r.r2 = clock.send().toString();
        }

        @Arbiter
        public void after(LLL_Result r) {
            r.r3 = clock.snapshot().toString();
        }
    }

    @JCStressTest
    @Outcome(id = "a=1, a=2,b=5, a=2,b=5", expect = ACCEPTABLE, desc = "Sent before the receive")
    @Outcome(id = "a=2,b=5, a=1,b=5, a=2,b=5", expect = ACCEPTABLE, desc = "Sent after it, and knows what it brought")
    @Outcome(expect = FORBIDDEN, desc = "Two events with one dot, one lost, or a later one that knows less")
    @State
    public static class SendAndReceive {
        private final VectorClock clock = new VectorClock("a");

        @Actor
        public void sender(LLL_Result r) {
            r.r1 = clock.send().toString();
        }

        @Actor
        public void receiver(LLL_Result r) {
            r.r2 = clock.receive(FROM_B).toString();
        }

        @Arbiter
        public void after(LLL_Result r) {
            r.r3 = clock.snapshot().toString();
        }
    }

    @JCStressTest
    @Outcome(id = "a=1,b=5, a=2,b=5,c=7, a=2,b=5,c=7", expect = ACCEPTABLE, desc = "First the one from b")
    @Outcome(id = "a=2,b=5,c=7, a=1,c=7, a=2,b=5,c=7", expect = ACCEPTABLE, desc = "First the one from c")
    @Outcome(expect = FORBIDDEN, desc = "What one of them brought is lost, or two events have one dot")
    @State
    public static class TwoReceives {
        private final VectorClock clock = new VectorClock("a");

        @Actor
        public void fromB(LLL_Result r) {
            r.r1 = clock.receive(FROM_B).toString();
        }

        @Actor
        public void fromC(LLL_Result r) {
            r.r2 = clock.receive(FROM_C).toString();
        }

        @Arbiter
        public void after(LLL_Result r) {
            r.r3 = clock.snapshot().toString();
        }
    }

    @JCStressTest
    @Outcome(
            id = {"a=1, a=11", "a=11, a=11"},
            expect = ACCEPTABLE,
            desc = "One after the other")
    @Outcome(id = "a=11, a=10", expect = FORBIDDEN, desc = "The event of the sender is lost")
    @Outcome(expect = FORBIDDEN, desc = "Neither order")
    @State
    public static class SendAndAdoptedCount {
        private static final VectorTimestamp EARLIER_LIFE = VectorTimestamp.parse("a=10");

        private final VectorClock clock = new VectorClock("a");

        @Actor
        public void sender(LL_Result r) {
            r.r1 = clock.send().toString();
        }

        @Actor
        public void merger() {
            clock.merge(EARLIER_LIFE);
        }

        @Arbiter
        public void after(LL_Result r) {
            r.r2 = r.r1.equals("a=1")
                    ? clock.tick().toString()
                    : clock.snapshot().toString();
        }
    }

    @JCStressTest
    @Outcome(
            id = {"none", "a=1,b=5"},
            expect = ACCEPTABLE,
            desc = "Nothing yet, or all of it")
    @Outcome(expect = FORBIDDEN, desc = "A timestamp that is half there")
    @State
    public static class TimestampThroughARace {
        private final VectorClock clock = new VectorClock("a");
        private VectorTimestamp shared;

        @Actor
        public void writer() {
            shared = clock.receive(FROM_B);
        }

        @Actor
        public void reader(org.openjdk.jcstress.infra.results.L_Result r) {
            VectorTimestamp seen = shared;
            r.r1 = seen == null ? "none" : seen.toString();
        }
    }
}
