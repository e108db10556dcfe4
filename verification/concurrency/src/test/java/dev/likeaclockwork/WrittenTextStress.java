// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.likeaclockwork.wire.WireLimits;
import java.util.Objects;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** What a thread may and may not read as an answer while another one writes headers that it is compared with. */
public final class WrittenTextStress {
    private static final String ANSWER = "call/1=4,more=2,told=1";

    private WrittenTextStress() {}

    /** Not by the codec of a known membership, which would write the header, too. */
    private static VectorClock clock(String header) {
        return VectorClock.resume(
                "call/1", Objects.requireNonNull(SortedText.read(header, WireLimits.DEFAULT, null), "sorted"));
    }

    @JCStressTest
    @Outcome(
            id = "call/1=4,told=1, call/1=4,more=2,told=1",
            expect = ACCEPTABLE,
            desc = "What was written, and what was answered")
    @Outcome(expect = FORBIDDEN, desc = "Mixed with the other header, or with one that is half there")
    @State
    public static class AnswerAndTwoCalls {
        private final VectorClock clock = clock("call/1=3,told=1");
        private final VectorClock other = clock("call/1=6,told=30");

        @Actor
        public void caller(LL_Result r) {
            r.r1 = VectorText.encode(clock.send());
            VectorText.encode(other.send());
        }

        @Actor
        public void reader(LL_Result r) {
            WrittenText written = WrittenText.like(IdHash.ofFirst(ANSWER), IdHash.ofLast(ANSWER));
            r.r2 = String.valueOf(SortedText.read(ANSWER, WireLimits.DEFAULT, written));
        }
    }
}
