// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.likeaclockwork.CausalityRelation;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every Lamport clock must do. Extend it, say how your clock is used, and run it with JUnit.
 *
 * @param <C> the clocks
 * @param <T> their timestamps, which never change
 */
public abstract class LamportClockContract<C, T> {
    private static final int EXECUTIONS = 30;

    /** For extension. */
    protected LamportClockContract() {}

    /** How the clocks are used. */
    protected abstract ClockAdapter<C, T> clocks();

    /** The time of a timestamp. */
    protected abstract long time(T timestamp);

    @Test
    void clockCondition_holdsForEveryPairOfEvents() {
        for (long seed = 0; seed < EXECUTIONS; seed++) {
            checkEveryPair(Execution.generate(seed));
        }
    }

    private void checkEveryPair(Execution execution) {
        List<T> timestamps = execution.replay(clocks());
        for (int i = 0; i < execution.size(); i++) {
            for (int j = 0; j < execution.size(); j++) {
                if (execution.relation(i, j) == CausalityRelation.HAPPENS_BEFORE) {
                    String pair = execution + ": events " + i + " and " + j;
                    assertTrue(time(timestamps.get(i)) < time(timestamps.get(j)), pair);
                }
            }
        }
    }

    @Test
    void time_isTheLengthOfTheLongestCausalPath() {
        for (long seed = 0; seed < EXECUTIONS; seed++) {
            Execution execution = Execution.generate(seed);
            List<T> timestamps = execution.replay(clocks());
            long[] longest = new long[execution.size()];
            for (int i = 0; i < longest.length; i++) {
                Step step = execution.steps().get(i);
                longest[i] = 1 + Math.max(at(longest, step.previous()), at(longest, step.message()));
                assertEquals(longest[i], time(timestamps.get(i)), execution + ": event " + i);
            }
        }
    }

    private static long at(long[] values, int place) {
        return place < 0 ? 0 : values[place];
    }

    @Test
    void receive_isOneMoreThanTheLargerTime() {
        C behind = clocks().start("a");
        C ahead = clocks().start("b");
        clocks().tick(ahead);
        T sent = clocks().send(ahead);

        assertEquals(3, time(clocks().receive(behind, sent)));
        assertEquals(4, time(clocks().receive(behind, sent)));
    }

    @Test
    void resumedClock_goesOnWhereItStopped() {
        T last = clocks().receive(clocks().start("a"), clocks().send(clocks().start("b")));

        assertEquals(time(last) + 1, time(clocks().tick(clocks().resume("a", last))));
    }
}
