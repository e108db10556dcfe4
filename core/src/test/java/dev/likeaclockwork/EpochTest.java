// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.internal.vector.Members;
import dev.likeaclockwork.internal.vector.SharedVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class EpochTest {
    private final Epoch epoch = new Epoch(new SharedVector(Members.of("a"), new long[1], 0, null));

    @Test
    void next_countsFromOne() {
        assertThat(epoch.next()).isEqualTo(1);
        assertThat(epoch.next()).isEqualTo(2);
        assertThat(epoch.count()).isEqualTo(2);
    }

    @Test
    void frozenEpoch_handsOutNoCounter() {
        epoch.start(7);

        assertThat(epoch.freeze()).isEqualTo(7);
        assertThat(epoch.next()).isNegative();
        assertThat(epoch.freeze()).isNegative();
        assertThat(epoch.next()).isNegative();
        assertThat(epoch.count()).isNegative();
    }

    @Test
    void epochFrozenAtItsEnd_handsOutNoCounterOfOne() {
        epoch.start(Long.MAX_VALUE);

        assertThat(epoch.freeze()).isEqualTo(Long.MAX_VALUE);
        for (int i = 0; i < 5; i++) {
            assertThat(epoch.next()).isNegative();
            assertThat(epoch.count()).isNegative();
        }
        assertThat(epoch.freeze()).isNegative();
    }

    @Test
    void epochAtItsEnd_throwsAndStaysThere() {
        epoch.start(Long.MAX_VALUE - 1);

        assertThat(epoch.next()).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(epoch::next)
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the counter of node 'a' is at 2^63-1 and cannot count on");
        assertThat(epoch.count()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void clockNearTheEnd_neverCountsFromOneAgain() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        for (int round = 0; round < 300; round++) {
            long last = Long.MAX_VALUE - 20;
            VectorClock clock = VectorClock.resume("a", VectorTimestamp.of(Map.of("a", last)));
            List<Long> counters = new ArrayList<>();
            for (Future<List<Long>> recorded : threads.invokeAll(List.of(
                    countersOf(clock, VectorTimestamp.empty()),
                    countersOf(clock, VectorTimestamp.empty()),
                    countersOf(clock, VectorTimestamp.parse("b=1"))))) {
                counters.addAll(recorded.get());
            }

            assertThat(counters).hasSize(20).doesNotHaveDuplicates().allMatch(counter -> counter > last);
        }
        threads.shutdown();
    }

    /** The counters that a thread gets before the clock is at its end; the b of its receives is news each time. */
    private static Callable<List<Long>> countersOf(VectorClock clock, VectorTimestamp news) {
        return () -> {
            List<Long> counters = new ArrayList<>();
            try {
                for (long i = 1; ; i++) {
                    VectorTimestamp recorded =
                            news.size() == 0 ? clock.tick() : clock.receive(VectorTimestamp.of(Map.of("b", i)));
                    counters.add(recorded.get("a"));
                }
            } catch (ArithmeticException atTheEnd) {
                return counters;
            }
        };
    }
}
