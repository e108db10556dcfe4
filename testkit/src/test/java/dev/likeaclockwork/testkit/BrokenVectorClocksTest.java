// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import static dev.likeaclockwork.testkit.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract of vector clocks refuses broken verbs. */
class BrokenVectorClocksTest {
    private static final String EXECUTIONS = "timestamps_tellTheOrderOfEverySeededExecution";
    private static final String EVERY_VERB = "everyVerb_recordsOneEventAfterTheLast";

    @Test
    void soundClock_isNotRefused() throws Exception {
        assertThat(Refusals.of(new NaiveVectorClocks())).isEmpty();
    }

    @Test
    void sendThatIsNoEvent_isRefused() throws Exception {
        assertRefused(
                new NaiveVectorClocks() {
                    @Override
                    public Map<String, Long> send(Clock clock) {
                        return Map.copyOf(clock.counters);
                    }
                },
                EXECUTIONS,
                EVERY_VERB);
    }

    @Test
    void receiveThatIsNoEvent_isRefused() throws Exception {
        assertRefused(
                new NaiveVectorClocks() {
                    @Override
                    public Map<String, Long> receive(Clock clock, Map<String, Long> remote) {
                        clock.counters.putAll(merge(clock.counters, remote));
                        return Map.copyOf(clock.counters);
                    }
                },
                EXECUTIONS,
                "receive_countsARepeatedMessageAndALateOneAsEvents");
    }

    @Test
    void receiveThatJoinsNothing_isRefused() throws Exception {
        assertRefused(
                new NaiveVectorClocks() {
                    @Override
                    public Map<String, Long> receive(Clock clock, Map<String, Long> remote) {
                        return tick(clock);
                    }
                },
                EXECUTIONS,
                "receive_joinsWhatTheSenderHadHeardOf");
    }

    @Test
    void receiveThatJoinsOnlyTheSendersEntry_isRefused() throws Exception {
        assertRefused(
                new NaiveVectorClocks() {
                    @Override
                    public Map<String, Long> receive(Clock clock, Map<String, Long> remote) {
                        String sender = Collections.max(remote.entrySet(), Map.Entry.comparingByValue())
                                .getKey();
                        return super.receive(clock, Map.of(sender, remote.get(sender)));
                    }
                },
                EXECUTIONS,
                "receive_joinsWhatTheSenderHadHeardOf");
    }

    @Test
    void receiveThatDropsUnknownMembers_isRefused() throws Exception {
        assertRefused(
                new NaiveVectorClocks() {
                    @Override
                    public Map<String, Long> receive(Clock clock, Map<String, Long> remote) {
                        Map<String, Long> known = new HashMap<>(remote);
                        known.keySet().retainAll(clock.counters.keySet());
                        return super.receive(clock, known);
                    }
                },
                EXECUTIONS,
                "receive_joinsWhatTheSenderHadHeardOf");
    }

    @Test
    void receiveThatOverwritesWhatItKnew_isRefused() throws Exception {
        assertRefused(
                new NaiveVectorClocks() {
                    @Override
                    public Map<String, Long> receive(Clock clock, Map<String, Long> remote) {
                        clock.counters.putAll(remote);
                        return tick(clock);
                    }
                },
                EXECUTIONS,
                "receive_countsARepeatedMessageAndALateOneAsEvents");
    }

    @Test
    void receiveThatIgnoresItsOwnForgottenPast_isRefused() throws Exception {
        assertRefused(
                new NaiveVectorClocks() {
                    @Override
                    public Map<String, Long> receive(Clock clock, Map<String, Long> remote) {
                        Map<String, Long> others = new HashMap<>(remote);
                        others.remove(clock.node);
                        return super.receive(clock, others);
                    }
                },
                "clockRestartedFromZero_countsOnFromWhatAPeerBringsBack");
    }

    /** As two threads make it whose reading and counting are two steps, but surely. */
    @Test
    void clockThatGivesManyEventsOfThreadsOneTimestamp_isRefused() throws Exception {
        assertRefused(
                new NaiveVectorClocks() {
                    @Override
                    public Map<String, Long> tick(Clock clock) {
                        synchronized (clock) {
                            clock.counters.merge(clock.node, 1L, (count, one) -> Math.min(count + one, 50));
                            return Map.copyOf(clock.counters);
                        }
                    }
                },
                "sharedClock_givesEveryEventATimestampOfItsOwnInOneOrder");
    }
}
