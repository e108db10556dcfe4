// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.LamportTimestamp;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

/** The contract of Lamport clocks refuses what is broken. */
class BrokenLamportClocksTest {
    private static final String CLOCK_CONDITION = "time_isSmallerForWhatHappenedBefore";
    private static final String LONGEST_PATH = "time_isTheLengthOfTheLongestPathToItsEvent";
    private static final String ORDER = "order_isTotalAndAgreesWithCausality";
    private static final String RECEIVE = "receive_isLaterThanTheMessageAndThanItsOwnNode";

    private static void assertRefused(NaiveLamportClocks broken, String... tests) throws IllegalAccessException {
        assertThat(Refusals.of(broken)).contains(tests);
    }

    @Test
    void soundClock_isNotRefused() throws Exception {
        assertThat(Refusals.of(new NaiveLamportClocks())).isEmpty();
    }

    @Test
    void sendThatIsNoEvent_isRefused() throws Exception {
        assertRefused(
                new NaiveLamportClocks() {
                    @Override
                    public LamportTimestamp send(Clock clock) {
                        return clock.set(clock.time);
                    }
                },
                CLOCK_CONDITION,
                LONGEST_PATH,
                "everyVerb_recordsOneEventAfterTheLast");
    }

    @Test
    void receiveWithoutPlusOne_isRefused() throws Exception {
        assertRefused(
                new NaiveLamportClocks() {
                    @Override
                    public LamportTimestamp receive(Clock clock, LamportTimestamp remote) {
                        return clock.set(Math.max(clock.time, remote.time()));
                    }
                },
                CLOCK_CONDITION,
                LONGEST_PATH,
                RECEIVE);
    }

    @Test
    void receiveThatIgnoresTheMessage_isRefused() throws Exception {
        assertRefused(
                new NaiveLamportClocks() {
                    @Override
                    public LamportTimestamp receive(Clock clock, LamportTimestamp remote) {
                        return tick(clock);
                    }
                },
                CLOCK_CONDITION,
                LONGEST_PATH,
                RECEIVE);
    }

    @Test
    void receiveThatGoesBackToTheMessage_isRefused() throws Exception {
        assertRefused(
                new NaiveLamportClocks() {
                    @Override
                    public LamportTimestamp receive(Clock clock, LamportTimestamp remote) {
                        return clock.set(remote.time() + 1);
                    }
                },
                CLOCK_CONDITION,
                LONGEST_PATH,
                RECEIVE);
    }

    @Test
    void clockThatSkipsTimes_isRefusedByTheLongestPathOnly() throws Exception {
        NaiveLamportClocks skipping = new NaiveLamportClocks() {
            @Override
            public LamportTimestamp tick(Clock clock) {
                synchronized (clock) {
                    return clock.set(clock.time + 2);
                }
            }
        };

        assertThat(Refusals.of(skipping)).containsExactly(LONGEST_PATH);
    }

    @Test
    void resumeThatStartsFromZero_isRefused() throws Exception {
        assertRefused(
                new NaiveLamportClocks() {
                    @Override
                    public Clock resume(String node, LamportTimestamp last) {
                        return create(node);
                    }
                },
                CLOCK_CONDITION,
                LONGEST_PATH,
                "resumedClock_goesOnAfterTheLastTimestamp");
    }

    @Test
    void orderThatHasTies_isRefused() throws Exception {
        assertRefused(
                new NaiveLamportClocks() {
                    @Override
                    public int compare(LamportTimestamp a, LamportTimestamp b) {
                        return Long.compare(a.time(), b.time());
                    }
                },
                ORDER);
    }

    @Test
    void orderByNodeFirst_isRefused() throws Exception {
        Comparator<LamportTimestamp> byNode =
                Comparator.comparing(LamportTimestamp::node).thenComparingLong(LamportTimestamp::time);
        assertRefused(
                new NaiveLamportClocks() {
                    @Override
                    public int compare(LamportTimestamp a, LamportTimestamp b) {
                        return byNode.compare(a, b);
                    }
                },
                ORDER);
    }

    /** As two threads make it whose reading and counting are two steps, but surely. */
    @Test
    void clockThatGivesManyEventsOfThreadsOneTime_isRefused() throws Exception {
        assertRefused(
                new NaiveLamportClocks() {
                    @Override
                    public LamportTimestamp tick(Clock clock) {
                        synchronized (clock) {
                            return clock.set(Math.min(clock.time + 1, 50));
                        }
                    }
                },
                "sharedClock_givesEveryEventATimeOfItsOwn");
    }
}
