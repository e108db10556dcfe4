// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What every Lamport clock owes: what happened before has a smaller time (the clock condition of Lamport 1978), and
 * timestamps have a total order that agrees with it.
 *
 * <p>A test class extends this one, says how its implementation is called, and inherits the tests; see
 * {@link VectorClockContract} for an example. An implementation that means to differ in one point, say by counting in
 * larger steps, overrides that test and says why. Takes about a second.
 *
 * @param <C> the clock of one node, which threads may share
 * @param <T> its timestamps, which are immutable and print themselves
 */
public abstract class LamportClockContract<C, T> implements ClockOperations<C, T> {
    private static final int SEEDS = 100;
    private static final int EVENTS_PER_THREAD = 2_000;

    /** For test classes. */
    protected LamportClockContract() {}

    /** The time of the event. */
    public abstract long time(T timestamp);

    /** The total order of timestamps: negative, 0 or positive, as in {@link java.util.Comparator}. */
    public abstract int compare(T a, T b);

    @Test
    public void time_isSmallerForWhatHappenedBefore() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Execution execution = Execution.seeded(seed);
            List<T> timestamps = execution.replay(this);
            forEachPair(execution, (a, b) -> {
                boolean legal = !execution.happensBefore(a, b) || time(timestamps.get(a)) < time(timestamps.get(b));
                assertTrue(legal, () -> message(execution, timestamps, a, b));
            });
        }
    }

    @Test
    public void time_isTheLengthOfTheLongestPathToItsEvent() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Execution execution = Execution.seeded(seed);
            List<T> timestamps = execution.replay(this);
            long[] depths = execution.depths();
            for (int i = 0; i < depths.length; i++) {
                int step = i;
                assertEquals(depths[i], time(timestamps.get(i)), () -> "step " + step + " of " + execution);
            }
        }
    }

    @Test
    public void order_isTotalAndAgreesWithCausality() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Execution execution = Execution.seeded(seed);
            List<T> timestamps = execution.replay(this);
            forEachPair(execution, (a, b) -> {
                int forth = compare(timestamps.get(a), timestamps.get(b));
                int back = compare(timestamps.get(b), timestamps.get(a));
                boolean legal = forth != 0
                        && Integer.signum(forth) == -Integer.signum(back)
                        && (forth < 0 || !execution.happensBefore(a, b));
                assertTrue(legal, () -> message(execution, timestamps, a, b));
            });
        }
    }

    private interface Pair {
        void check(int earlier, int later);
    }

    private static void forEachPair(Execution execution, Pair pair) {
        for (int later = 0; later < execution.steps().size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                pair.check(earlier, later);
            }
        }
    }

    private static String message(Execution execution, List<?> timestamps, int a, int b) {
        return "step " + a + " with " + timestamps.get(a) + " and step " + b + " with " + timestamps.get(b) + " are "
                + execution.relation(a, b) + "; " + execution;
    }

    @Test
    public void everyVerb_recordsOneEventAfterTheLast() {
        C clock = create("a");
        T remote = send(create("b"));

        assertIncreasing(List.of(tick(clock), send(clock), receive(clock, remote), tick(clock)));
    }

    @Test
    public void receive_isLaterThanTheMessageAndThanItsOwnNode() {
        C ahead = create("a");
        C behind = create("b");
        tick(ahead);
        T message = send(ahead);

        assertIncreasing(List.of(message, receive(behind, message)));
        assertIncreasing(List.of(message, receive(ahead, send(create("c")))));
    }

    @Test
    public void resumedClock_goesOnAfterTheLastTimestamp() {
        T last = tick(create("a"));

        assertIncreasing(List.of(last, tick(resume("a", last))));
        assertIncreasing(List.of(last, tick(resume("b", last))));
    }

    @Test
    public void sharedClock_givesEveryEventATimeOfItsOwn() throws Exception {
        Set<Long> times = new HashSet<>();
        for (List<T> thread : SharedClock.record(this, EVENTS_PER_THREAD)) {
            assertIncreasing(thread);
            thread.forEach(timestamp -> times.add(time(timestamp)));
        }
        assertEquals(3 * EVENTS_PER_THREAD, times.size(), "distinct times");
    }

    private void assertIncreasing(List<T> timestamps) {
        for (int i = 1; i < timestamps.size(); i++) {
            T earlier = timestamps.get(i - 1);
            T later = timestamps.get(i);
            assertTrue(time(earlier) < time(later), () -> earlier + " and then " + later);
        }
    }
}
