// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.LamportClock;
import dev.likeaclockwork.LamportTimestamp;
import org.junit.jupiter.api.Test;

class CoreLamportClockTest extends LamportClockContract<LamportClock, LamportTimestamp> {
    @Override
    public LamportClock create(String node) {
        return new LamportClock(node);
    }

    @Override
    public LamportClock resume(String node, LamportTimestamp last) {
        return LamportClock.resume(LamportTimestamp.of(node, last.time()));
    }

    @Override
    public LamportTimestamp tick(LamportClock clock) {
        return clock.tick();
    }

    @Override
    public LamportTimestamp send(LamportClock clock) {
        return clock.send();
    }

    @Override
    public LamportTimestamp receive(LamportClock clock, LamportTimestamp remote) {
        return clock.receive(remote);
    }

    @Override
    public long time(LamportTimestamp timestamp) {
        return timestamp.time();
    }

    @Override
    public int compare(LamportTimestamp a, LamportTimestamp b) {
        return a.compareTo(b);
    }

    @Test
    void time_isTheLongestPathForAMillionEvents() {
        int events = 0;
        for (long seed = 1_000; events < 1_000_000; seed++) {
            Execution execution = Execution.seeded(seed);
            assertThat(execution.replay(this).stream()
                            .mapToLong(LamportTimestamp::time)
                            .toArray())
                    .as(execution.toString())
                    .isEqualTo(execution.depths());
            events += execution.steps().size();
        }
    }
}
