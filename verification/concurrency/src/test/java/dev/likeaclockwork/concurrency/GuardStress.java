// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.Action;
import dev.likeaclockwork.guard.CausalDeduplicator;
import dev.likeaclockwork.guard.GuardPolicy;
import dev.likeaclockwork.guard.event.IncomingEvent;
import dev.likeaclockwork.guard.memory.MemoryStore;
import dev.likeaclockwork.guard.state.Codec;
import dev.likeaclockwork.guard.versioned.VersionedStore;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.LLI_Result;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** What threads that share one key of a guard in memory may and may not see. */
class GuardStress {
    private static final GuardPolicy POLICY =
            GuardPolicy.operations(Action.QUEUE).withConcurrent(Action.PROCESS);
    private static final IncomingEvent A = IncomingEvent.byDot("a", VectorTimestamp.parse("a=1"));
    private static final IncomingEvent B = IncomingEvent.byDot("b", VectorTimestamp.parse("b=1"));

    private GuardStress() {}

    private static CausalDeduplicator guard() {
        return CausalDeduplicator.on(MemoryStore.ofAtMost(8), POLICY).build();
    }

    @JCStressTest
    @Outcome(
            id = {"PROCESS, DROP, 1", "DROP, PROCESS, 1"},
            expect = ACCEPTABLE,
            desc = "One after the other")
    @Outcome(
            id = {"PROCESS, DEFER, 1", "DEFER, PROCESS, 1"},
            expect = ACCEPTABLE,
            desc = "One while the other is at it")
    @Outcome(expect = FORBIDDEN, desc = "Processed twice, or by nobody")
    @State
    public static class TwoDeliveriesOfOneEvent {
        private final CausalDeduplicator guard = guard();
        private final AtomicInteger effects = new AtomicInteger();

        @Actor
        public void first(LLI_Result r) {
            r.r1 = guard.process("k", A, effects::incrementAndGet).action();
        }

        @Actor
        public void second(LLI_Result r) {
            r.r2 = guard.process("k", A, effects::incrementAndGet).action();
        }

        @Arbiter
        public void after(LLI_Result r) {
            r.r3 = effects.get();
        }
    }

    @JCStressTest
    @Outcome(
            id = {"NEW, CONCURRENT, DUPLICATE, DUPLICATE", "CONCURRENT, NEW, DUPLICATE, DUPLICATE"},
            expect = ACCEPTABLE,
            desc = "The later one sees the earlier one")
    @Outcome(expect = FORBIDDEN, desc = "Neither saw the other, or one is forgotten")
    @State
    public static class TwoEventsOfOneKey {
        private final CausalDeduplicator guard = guard();

        @Actor
        public void first(LLLL_Result r) {
            r.r1 = guard.process("k", A, () -> {}).verdict();
        }

        @Actor
        public void second(LLLL_Result r) {
            r.r2 = guard.process("k", B, () -> {}).verdict();
        }

        @Arbiter
        public void after(LLLL_Result r) {
            r.r3 = guard.judge("k", A).verdict();
            r.r4 = guard.judge("k", B).verdict();
        }
    }

    @JCStressTest
    @Outcome(id = "2", expect = ACCEPTABLE, desc = "Both are siblings")
    @Outcome(expect = FORBIDDEN, desc = "A write that was accepted is lost")
    @State
    public static class TwoWritesOfOneValue {
        private final VersionedStore<String> values =
                VersionedStore.in(MemoryStore.ofAtMost(8), "values", "db", Codec.utf8());

        @Actor
        public void first() {
            values.put("k", VectorTimestamp.empty(), "Ann");
        }

        @Actor
        public void second() {
            values.put("k", VectorTimestamp.empty(), "Bob");
        }

        @Arbiter
        public void after(I_Result r) {
            r.r1 = values.get("k").siblings().size();
        }
    }
}
