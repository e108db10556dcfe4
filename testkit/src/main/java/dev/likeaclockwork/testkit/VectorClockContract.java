// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.likeaclockwork.CausalityRelation;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every vector clock must do. Extend it, say how your clock is used, and run it with JUnit.
 *
 * <p>Clocks are compared with the truth of {@linkplain Execution seeded executions}; a failure names the seed.
 *
 * @param <C> the clocks
 * @param <T> their timestamps, which never change
 */
public abstract class VectorClockContract<C, T> {
    private static final int EXECUTIONS = 30;
    private static final int EVENTS_OF_A_THREAD = 2_000;

    /** For extension. */
    protected VectorClockContract() {}

    /** How the clocks are used. */
    protected abstract VectorClockAdapter<C, T> clocks();

    /** Whether several threads may share a clock; true unless overridden. */
    protected boolean isThreadSafe() {
        return true;
    }

    @Test
    void strongClockCondition_holdsForEveryPairOfEvents() {
        for (long seed = 0; seed < EXECUTIONS; seed++) {
            checkEveryPair(Execution.generate(seed));
        }
    }

    private void checkEveryPair(Execution execution) {
        List<T> timestamps = execution.replay(clocks());
        for (int i = 0; i < execution.size(); i++) {
            for (int j = 0; j < execution.size(); j++) {
                String pair = execution + ": events " + i + " and " + j;
                assertEquals(execution.relation(i, j), relation(timestamps.get(i), timestamps.get(j)), pair);
            }
        }
    }

    @Test
    void everyEvent_isAfterTheOneBeforeItOnTheSameNode() {
        C clock = clocks().start("a");
        C other = clocks().start("b");
        T tick = clocks().tick(clock);
        T send = clocks().send(clock);
        T receive = clocks().receive(clock, clocks().send(other));

        assertEquals(CausalityRelation.HAPPENS_BEFORE, relation(tick, send));
        assertEquals(CausalityRelation.HAPPENS_BEFORE, relation(send, receive));
    }

    @Test
    void receive_isAfterWhatItReceivedFromANodeThatWasUnknown() {
        T sent = clocks().send(clocks().start("stranger"));
        T received = clocks().receive(clocks().start("a"), sent);

        assertEquals(CausalityRelation.HAPPENS_BEFORE, relation(sent, received));
    }

    @Test
    void receivingAgain_isAnEventOfItsOwn() {
        C clock = clocks().start("a");
        T sent = clocks().send(clocks().start("b"));
        T first = clocks().receive(clock, sent);
        T second = clocks().receive(clock, sent);

        assertEquals(CausalityRelation.HAPPENS_BEFORE, relation(first, second));
    }

    @Test
    void clocksThatDoNotTalk_areConcurrent() {
        assertEquals(
                CausalityRelation.CONCURRENT,
                relation(clocks().tick(clocks().start("a")), clocks().tick(clocks().start("b"))));
    }

    @Test
    void resumedClock_goesOnWhereItStopped() {
        C clock = clocks().start("a");
        T last = clocks().receive(clock, clocks().send(clocks().start("b")));

        assertEquals(
                CausalityRelation.EQUAL, relation(clocks().tick(clock), clocks().tick(clocks().resume("a", last))));
    }

    @Test
    void relationAndMerge_keepTheirLaws() {
        RelationLaws<T> relationLaws = new RelationLaws<>(this::relation);
        MergeLaws<T> mergeLaws = new MergeLaws<>(clocks()::merge, this::relation);
        SplittableRandom random = new SplittableRandom(1988);
        for (long seed = 0; seed < EXECUTIONS; seed++) {
            List<T> timestamps = Execution.generate(seed).replay(clocks());
            for (int i = 0; i < timestamps.size(); i++) {
                T a = any(timestamps, random);
                T b = any(timestamps, random);
                T c = any(timestamps, random);
                relationLaws.check(a, b, c);
                mergeLaws.check(a, b, c);
            }
        }
    }

    @Test
    void threadsThatShareAClock_recordTheirEventsInOneOrder() throws Exception {
        assumeTrue(isThreadSafe(), "the clocks are said not to be thread-safe");
        C clock = clocks().start("a");
        List<T> events = inTwoThreads(
                () -> Stream.generate(() -> clocks().tick(clock))
                        .limit(EVENTS_OF_A_THREAD)
                        .toList(),
                () -> Stream.generate(() -> clocks().receive(clock, clocks().send(clocks().start("b"))))
                        .limit(EVENTS_OF_A_THREAD)
                        .toList());
        List<T> ordered = events.stream().sorted(this::order).toList();
        for (int i = 1; i < ordered.size(); i++) {
            assertEquals(CausalityRelation.HAPPENS_BEFORE, relation(ordered.get(i - 1), ordered.get(i)));
        }
    }

    private List<T> inTwoThreads(Callable<List<T>> first, Callable<List<T>> second) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<List<T>>> results = threads.invokeAll(List.of(first, second));
            return Stream.concat(results.get(0).get().stream(), results.get(1).get().stream())
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private int order(T first, T second) {
        return switch (relation(first, second)) {
            case HAPPENS_BEFORE -> -1;
            case HAPPENS_AFTER -> 1;
            case CONCURRENT, EQUAL -> 0;
        };
    }

    private CausalityRelation relation(T first, T second) {
        return clocks().relation(first, second);
    }

    private static <T> T any(List<T> values, SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }
}
