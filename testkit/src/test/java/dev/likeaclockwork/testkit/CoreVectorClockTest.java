// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import dev.likeaclockwork.CausalityRelation;
import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.VectorTimestamp;
import org.junit.jupiter.api.Test;

class CoreVectorClockTest extends VectorClockContract<VectorClock, VectorTimestamp> {
    @Override
    public VectorClock create(String node) {
        return new VectorClock(node);
    }

    @Override
    public VectorClock resume(String node, VectorTimestamp last) {
        return VectorClock.resume(node, last);
    }

    @Override
    public VectorTimestamp tick(VectorClock clock) {
        return clock.tick();
    }

    @Override
    public VectorTimestamp send(VectorClock clock) {
        return clock.send();
    }

    @Override
    public VectorTimestamp receive(VectorClock clock, VectorTimestamp remote) {
        return clock.receive(remote);
    }

    @Override
    public CausalityRelation relation(VectorTimestamp a, VectorTimestamp b) {
        return a.relationTo(b);
    }

    @Override
    public VectorTimestamp merge(VectorTimestamp a, VectorTimestamp b) {
        return a.merge(b);
    }

    @Test
    void timestamps_tellTheOrderOfAMillionEvents() {
        for (long seed = 0; seed < 10_000; seed++) {
            Execution execution = Execution.of(ExecutionShape.seeded(seed).withEvents(100), seed);
            execution.check(execution.replay(this), VectorTimestamp::relationTo);
        }
    }

    @Test
    void timestamps_tellTheOrderOfALongExecution() {
        ExecutionShape shape = ExecutionShape.DEFAULT.withNodes(30).withEvents(2_000);
        Execution execution = Execution.of(shape, 7);

        execution.check(execution.replay(this), VectorTimestamp::relationTo);
    }
}
