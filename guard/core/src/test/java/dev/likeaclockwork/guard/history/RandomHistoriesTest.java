// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.NaiveGuard;
import dev.likeaclockwork.guard.codec.HistoryCodecTest;
import dev.likeaclockwork.guard.event.IncomingEvent;
import dev.likeaclockwork.guard.verdict.GuardLimits;
import dev.likeaclockwork.guard.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Seeded deliveries with loss, reordering and duplicates, against the list of all processed events. */
class RandomHistoriesTest {
    /** The profile {@code models} takes 10<sup>7</sup>. */
    private static final int OPERATIONS = Integer.getInteger("guard.operations", 400_000);

    private static final int OPERATIONS_OF_RUN = 200;
    private static final long OWNER = 7;
    private static final Instant NOW = Instant.ofEpochSecond(1_000_000);

    /** One key in one run. */
    private static final class Run {
        final SplittableRandom random;
        final GuardLimits limits;
        final boolean dots;
        final List<VectorClock> writers = new ArrayList<>();
        final List<IncomingEvent> written = new ArrayList<>();
        final NaiveGuard naive = new NaiveGuard();
        KeyHistory history = KeyHistory.EMPTY;
        int unknown;

        Run(long seed, GuardLimits limits) {
            this.random = new SplittableRandom(seed);
            this.limits = limits;
            this.dots = seed % 2 == 0;
            int count = random.nextInt(1, 7);
            for (int i = 0; i < count; i++) {
                writers.add(new VectorClock("writer-" + i));
            }
        }

        void run() {
            for (int i = 0; i < OPERATIONS_OF_RUN; i++) {
                if (written.isEmpty() || random.nextInt(3) == 0) {
                    write();
                } else {
                    deliver(written.get(anyPlace()));
                }
            }
        }

        /** Mostly late ones, so that reordering stays short now and then. */
        int anyPlace() {
            int size = written.size();
            return random.nextBoolean() ? random.nextInt(size) : Math.max(0, size - 1 - random.nextInt(5));
        }

        void write() {
            VectorClock writer = writers.get(random.nextInt(writers.size()));
            if (!written.isEmpty() && random.nextInt(3) > 0) {
                writer.merge(written.get(anyPlace()).stamp().vector());
            }
            for (int i = random.nextInt(3); i < 3; i++) {
                VectorTimestamp vector = writer.tick();
                if (i == 2) {
                    written.add(
                            dots
                                    ? IncomingEvent.byDot(writer.node(), vector)
                                    : IncomingEvent.byId(writer.node() + vector.get(writer.node()), vector));
                }
            }
        }

        void deliver(IncomingEvent event) {
            Verdict truth = naive.judge(event.stamp());
            Verdict verdict = history.judge(event, OWNER).verdict();
            if (verdict == Verdict.UNKNOWN) {
                unknown++;
            } else {
                assertThat(verdict)
                        .as("%s against %s", event, history.frontier().stamps())
                        .isEqualTo(truth);
            }
            if (truth != Verdict.DUPLICATE && random.nextInt(4) > 0) {
                naive.remember(event.stamp());
                history = Pruning.within(limits, history.with(event.stamp()), NOW);
                if (random.nextInt(16) == 0) {
                    history = HistoryCodecTest.throughBytes(history);
                }
            }
        }
    }

    private static int unknown(long runs, GuardLimits limits) {
        int unknown = 0;
        for (long seed = 0; seed < runs; seed++) {
            Run run = new Run(seed, limits);
            run.run();
            unknown += run.unknown;
        }
        return unknown;
    }

    @Test
    void verdict_isExactWithinLimits() {
        GuardLimits ample = new GuardLimits(64, 1000, 1000, 1000);

        assertThat(unknown(OPERATIONS / OPERATIONS_OF_RUN / 2, ample)).isZero();
    }

    @Test
    void verdict_isTrueOrUnknownBeyondLimits() {
        GuardLimits tight = new GuardLimits(3, 4, 5, 2);

        assertThat(unknown(OPERATIONS / OPERATIONS_OF_RUN / 2, tight)).isPositive();
    }
}
