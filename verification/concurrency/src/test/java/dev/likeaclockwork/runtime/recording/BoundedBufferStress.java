// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.recording;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/** What producers and the consumer of a sink's buffer may and may not see. */
public final class BoundedBufferStress {
    private BoundedBufferStress() {}

    @JCStressTest
    @Outcome(
            id = {"true, false, 1", "false, true, 1"},
            expect = ACCEPTABLE,
            desc = "One of them fits")
    @Outcome(expect = FORBIDDEN, desc = "More than fits, or none, or one is lost")
    @State
    public static class TwoForOnePlace {
        private final BoundedBuffer<String> buffer = new BoundedBuffer<>(1);

        @Actor
        public void first(ZZI_Result r) {
            r.r1 = buffer.offer("a");
        }

        @Actor
        public void second(ZZI_Result r) {
            r.r2 = buffer.offer("b");
        }

        @Arbiter
        public void after(ZZI_Result r) {
            List<String> drained = new ArrayList<>();
            buffer.drainTo(drained, 10);
            r.r3 = drained.size();
        }
    }

    @JCStressTest
    @Outcome(
            id = {"1, 1, 0", "1, 0, 1", "2, 1, 1"},
            expect = ACCEPTABLE,
            desc = "What was accepted was drained, or is still there")
    @Outcome(expect = FORBIDDEN, desc = "Accepted and lost, or drained twice, or more than fits")
    @State
    public static class ProducerAndConsumer {
        private final BoundedBuffer<String> buffer = new BoundedBuffer<>(1);

        @Actor
        public void producer(III_Result r) {
            r.r1 = (buffer.offer("a") ? 1 : 0) + (buffer.offer("b") ? 1 : 0);
        }

        @Actor
        public void consumer(III_Result r) {
            List<String> drained = new ArrayList<>();
            buffer.drainTo(drained, 10);
            buffer.done(drained.size());
            r.r2 = drained.size();
        }

        @Arbiter
        public void after(III_Result r) {
            List<String> rest = new ArrayList<>();
            buffer.drainTo(rest, 10);
            r.r3 = rest.size();
        }
    }
}
