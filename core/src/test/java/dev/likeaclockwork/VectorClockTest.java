// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.likeaclockwork.internal.vector.Members;
import dev.likeaclockwork.internal.vector.SharedVector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VectorClockTest {
    private final VectorClock clock = new VectorClock("a", "b");

    @Test
    void everyVerb_recordsOneEventAndReturnsItsTimestamp() {
        assertThat(clock.tick()).hasToString("a=1,b=0");
        assertThat(clock.send()).hasToString("a=2,b=0");
        assertThat(clock.receive(VectorTimestamp.parse("b=5"))).hasToString("a=3,b=5");
        assertThat(clock.receive(VectorTimestamp.parse("b=4"))).hasToString("a=4,b=5");
        assertThat(clock.snapshot()).hasToString("a=4,b=5");
        assertThat(clock.node()).isEqualTo("a");
        assertThat(clock).hasToString("a=4,b=5");
    }

    @Test
    void receive_copiesTheVectorForNewsOnly() {
        VectorClock middle = new VectorClock("m");
        SharedVector known = middle.receive(VectorTimestamp.parse("a=1,m=0,z=1")).shared;

        assertThat(middle.receive(VectorTimestamp.parse("a=1,m=0,z=1")).shared).isSameAs(known);
        assertThat(middle.receive(VectorTimestamp.parse("a=0,m=2,z=1")).shared).isSameAs(known);
        assertThat(middle.receive(VectorTimestamp.parse("a=2,m=0,z=1"))).hasToString("a=2,m=4,z=1");
        assertThat(middle.receive(VectorTimestamp.parse("a=2,m=0,z=2"))).hasToString("a=2,m=5,z=2");
    }

    @Test
    void receive_learnsUnknownMembers() {
        assertThat(new VectorClock("m").receive(VectorTimestamp.parse("a=1,z=2")))
                .hasToString("a=1,m=1,z=2");
    }

    @Test
    void merge_joinsWithoutRecordingAnEvent() {
        clock.tick();

        assertThat(clock.merge(VectorTimestamp.parse("b=2,c=3"))).hasToString("a=1,b=2,c=3");
        assertThat(new VectorClock("a").merge(VectorTimestamp.empty())).hasToString("a=0");
        assertThat(clock.tick()).hasToString("a=2,b=2,c=3");
    }

    @Test
    void earlierTimestamps_stayAsTheyWere() {
        VectorTimestamp first = clock.tick();
        clock.receive(VectorTimestamp.parse("b=7"));
        clock.tick();

        assertThat(first).hasToString("a=1,b=0");
    }

    @Test
    void resume_namesTheNodeThatItRefuses() {
        VectorTimestamp last = VectorTimestamp.parse("a=4");

        assertThatNullPointerException()
                .isThrownBy(() -> VectorClock.resume(null, last))
                .withMessage("node");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VectorClock.resume("b,c", last))
                .withMessageContaining("node must be")
                .withMessageContaining("b,c");
    }

    @Test
    void resume_restoresAClock() {
        assertThat(VectorClock.resume("a", VectorTimestamp.parse("a=4,b=2")).tick())
                .hasToString("a=5,b=2");
        assertThat(VectorClock.resume("new", VectorTimestamp.parse("a=4")).tick())
                .hasToString("a=4,new=1");
    }

    @Test
    void receive_adoptsAHigherCountOfTheOwnNode() {
        assertThat(clock.receive(VectorTimestamp.parse("a=9"))).hasToString("a=10,b=0");
        assertThat(clock.merge(VectorTimestamp.parse("a=20,b=1"))).hasToString("a=20,b=1");
    }

    @Test
    void receive_takesAnOwnCountUpTo2To52AndIgnoresAForgedOne() {
        long limit = 1L << 52;

        assertThat(clock.receive(VectorTimestamp.of(Map.of("a", limit + 1, "b", 1L))))
                .hasToString("a=1,b=1");
        assertThat(clock.receive(VectorTimestamp.of(Map.of("a", limit))).get("a"))
                .isEqualTo(limit + 1);
    }

    @Test
    void everyVerb_throwsAtTheEndOfTheCounterAndChangesNothing() {
        VectorClock last = VectorClock.resume("a", VectorTimestamp.of(Map.of("a", Long.MAX_VALUE)));

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(last::tick)
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessageContaining("'a'");
            assertThatThrownBy(last::send).isInstanceOf(ArithmeticException.class);
            assertThatThrownBy(() -> last.receive(VectorTimestamp.empty())).isInstanceOf(ArithmeticException.class);
            assertThatThrownBy(() -> last.receive(VectorTimestamp.parse("b=1")))
                    .isInstanceOf(ArithmeticException.class);
            assertThat(last.snapshot()).isEqualTo(VectorTimestamp.of(Map.of("a", Long.MAX_VALUE)));
        }
        assertThat(last.merge(VectorTimestamp.parse("b=1")).get("b")).isEqualTo(1);
    }

    @Test
    void receiveThatRunsOutOfMemory_leavesTheClockUsable() {
        AtomicInteger made = new AtomicInteger();
        VectorClock starved = new VectorClock("a", Members.of("a"), VectorTimestamp.NO_EVENTS, base -> {
            if (made.incrementAndGet() == 2) {
                throw new OutOfMemoryError("injected");
            }
            return new Epoch(base);
        });
        starved.tick();

        assertThatThrownBy(() -> starved.receive(VectorTimestamp.parse("b=1"))).hasMessage("injected");
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(starved.snapshot()).hasToString("a=1");
            assertThat(starved.tick()).hasToString("a=2");
            assertThat(starved.send()).hasToString("a=3");
            assertThat(starved.receive(VectorTimestamp.parse("b=1"))).hasToString("a=4,b=1");
            assertThat(starved.merge(VectorTimestamp.parse("b=2"))).hasToString("a=4,b=2");
        });
    }

    @Test
    void newClock_namesTheParameterAndTheValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VectorClock("a", "b c"))
                .withMessageStartingWith("peers")
                .withMessageEndingWith("'b c'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VectorClock(""))
                .withMessageStartingWith("node");
    }

    @Test
    void sharedClock_givesEveryEventATimestampOfItsOwn() throws Exception {
        int events = 50_000;
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Future<List<VectorTimestamp>>> recorded = threads.invokeAll(List.of(
                record(events, i -> clock.send()),
                record(events, i -> clock.tick()),
                record(events, i -> clock.receive(VectorTimestamp.of(Map.of("b", (long) i))))));
        threads.shutdown();

        List<Long> counts = new ArrayList<>();
        for (Future<List<VectorTimestamp>> future : recorded) {
            List<VectorTimestamp> own = future.get();
            for (int i = 1; i < own.size(); i++) {
                assertThat(own.get(i - 1).relationTo(own.get(i))).isEqualTo(CausalityRelation.HAPPENS_BEFORE);
            }
            own.forEach(timestamp -> counts.add(timestamp.get("a")));
        }
        assertThat(counts).hasSize(3 * events).doesNotHaveDuplicates();
        assertThat(clock.snapshot().get("a")).isEqualTo(3L * events);
    }

    @Test
    void sharedClock_losesNoMerge() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<List<VectorTimestamp>>> merged = threads.invokeAll(List.of(
                record(20_000, i -> mergeAndLook("b", i + 1)), record(20_000, i -> mergeAndLook("c", i + 1))));
        threads.shutdown();

        for (int i = 0; i < 20_000; i++) {
            assertThat(merged.get(0).get().get(i).get("b")).isEqualTo(i + 1);
            assertThat(merged.get(1).get().get(i).get("c")).isEqualTo(i + 1);
        }
    }

    private VectorTimestamp mergeAndLook(String node, long count) {
        clock.merge(VectorTimestamp.of(Map.of(node, count)));
        return clock.snapshot();
    }

    private interface Verb {
        VectorTimestamp record(int i);
    }

    private static Callable<List<VectorTimestamp>> record(int events, Verb verb) {
        return () -> {
            List<VectorTimestamp> recorded = new ArrayList<>(events);
            for (int i = 0; i < events; i++) {
                recorded.add(verb.record(i));
            }
            return recorded;
        };
    }
}
