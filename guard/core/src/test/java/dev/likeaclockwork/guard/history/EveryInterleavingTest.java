// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.NaiveGuard;
import dev.likeaclockwork.guard.event.EventDot;
import dev.likeaclockwork.guard.event.EventStamp;
import dev.likeaclockwork.guard.event.IncomingEvent;
import dev.likeaclockwork.guard.verdict.Doubt;
import dev.likeaclockwork.guard.verdict.Judgement;
import dev.likeaclockwork.guard.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every run of three writers and one consumer with eight operations: writes, each with or without knowledge of an
 * earlier one, and deliveries in any order, again, never, and with a crash before or after the effect.
 *
 * <p>What writers do does not depend on the consumer, so that all writes come first.
 */
class EveryInterleavingTest {
    private static final int OPERATIONS = 8;

    /** The profile {@code models} takes 7, which is all. */
    private static final int MAX_WRITES = Integer.getInteger("guard.writes", 3);

    private static final long OWNER = 1;
    private static final long OWNER_BEFORE_THE_CRASH = 2;

    private final List<IncomingEvent> written = new ArrayList<>();
    private long deliveries;

    /** Effects of each event. */
    private final int[] effects = new int[OPERATIONS];

    private final NaiveGuard naive = new NaiveGuard();

    @Test
    void verdict_isRightAndEveryEffectHappensOnce() {
        for (int writes = 1; writes <= MAX_WRITES; writes++) {
            write(writes);
        }

        assertThat(deliveries).isGreaterThan(500_000);
    }

    private void write(int writes) {
        if (written.size() == writes) {
            deliver(KeyHistory.EMPTY, 0, 0, OPERATIONS - writes);
            return;
        }
        // names of writers do not matter: the first one writes first
        int writers = written.isEmpty() ? 1 : 3;
        for (int writer = 0; writer < writers; writer++) {
            for (int known = -1; known < written.size(); known++) {
                written.add(next("w" + writer, known));
                write(writes);
                written.remove(written.size() - 1);
            }
        }
    }

    private IncomingEvent next(String node, int known) {
        VectorTimestamp last = VectorTimestamp.empty();
        for (IncomingEvent event : written) {
            last = ((EventDot) event.stamp().name()).dot().node().equals(node)
                    ? event.stamp().vector()
                    : last;
        }
        VectorClock clock = VectorClock.resume(node, last);
        if (known >= 0) {
            clock.merge(written.get(known).stamp().vector());
        }
        return IncomingEvent.byDot(node, clock.tick());
    }

    /** The sets are bits: events that were processed, and events that are in doubt. */
    private void deliver(KeyHistory history, int processed, int inDoubt, int left) {
        if (left == 0) {
            return;
        }
        for (int i = 0; i < written.size(); i++) {
            IncomingEvent event = written.get(i);
            deliveries++;
            Judgement judgement = history.judge(event, OWNER);
            check(event, judgement, (processed & 1 << i) != 0, (inDoubt & 1 << i) != 0);
            if ((processed & 1 << i) != 0) {
                deliver(history, processed, inDoubt, left - 1);
            } else {
                process(history, i, processed, inDoubt, left - 1);
            }
        }
    }

    private void check(IncomingEvent event, Judgement judgement, boolean processed, boolean inDoubt) {
        Verdict truth = inDoubt && !processed ? Verdict.UNKNOWN : naive.judge(event.stamp());
        if (judgement.verdict() != truth) {
            throw new AssertionError(judgement + " should be " + truth + " among " + written);
        }
        if (truth == Verdict.UNKNOWN && judgement.doubt().orElseThrow() != Doubt.IN_DOUBT) {
            throw new AssertionError(judgement);
        }
    }

    /** With and without a crash; an effect that is in doubt runs if it has not happened. */
    private void process(KeyHistory history, int event, int processed, int inDoubt, int left) {
        EventStamp stamp = written.get(event).stamp();
        boolean known = (inDoubt & 1 << event) != 0;
        if (!known) {
            naive.remember(stamp);
        }
        KeyHistory begun = history.withPending(new PendingEffect(stamp, OWNER_BEFORE_THE_CRASH));
        deliver(begun, processed, inDoubt | 1 << event, left);
        boolean runs = effects[event] == 0;
        effects[event] += runs ? 1 : 0;
        deliver(begun, processed, inDoubt | 1 << event, left);
        assertThat(effects[event]).isOne();
        deliver(begun.with(stamp), processed | 1 << event, inDoubt & ~(1 << event), left);
        effects[event] -= runs ? 1 : 0;
        if (!known) {
            naive.takeBack();
        }
    }
}
