// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.likeaclockwork.TextTransport;
import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.VectorTimestamp;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** What threads may and may not see that write headers of one membership, each from what the other wrote last. */
class HeaderStress {
    private HeaderStress() {}

    @JCStressTest
    @Outcome(id = "left=1,right=30, left=20,right=4", expect = ACCEPTABLE, desc = "Each its own header")
    @Outcome(expect = FORBIDDEN, desc = "A header that mixes two timestamps")
    @State
    public static class TwoHeadersOfOneMembership {
        private static final VectorTimestamp LEFT = VectorTimestamp.parse("left=1,right=30");
        private static final VectorTimestamp RIGHT = VectorTimestamp.parse("left=20,right=4");

        @Actor
        public void left(LL_Result r) {
            TextTransport.inject(
                    LEFT,
                    (name, value) -> r.r1 = TextTransport.extractVector(n -> value)
                            .orElseThrow()
                            .toString());
        }

        @Actor
        public void right(LL_Result r) {
            TextTransport.inject(
                    RIGHT,
                    (name, value) -> r.r2 = TextTransport.extractVector(n -> value)
                            .orElseThrow()
                            .toString());
        }
    }

    @JCStressTest
    @Outcome(id = "own=1,peer=30, own=2,peer=30", expect = ACCEPTABLE, desc = "Each its own header")
    @Outcome(expect = FORBIDDEN, desc = "A header with another counter, or put together from parts that are half there")
    @State
    public static class TwoHeadersOfOneClock {
        private final VectorClock clock = VectorClock.resume("own", VectorTimestamp.parse("own=0,peer=30"));
        private final VectorTimestamp first = clock.send();
        private final VectorTimestamp second = clock.send();

        @Actor
        public void first(LL_Result r) {
            TextTransport.inject(first, (name, value) -> r.r1 = value);
        }

        @Actor
        public void second(LL_Result r) {
            TextTransport.inject(second, (name, value) -> r.r2 = value);
        }
    }
}
