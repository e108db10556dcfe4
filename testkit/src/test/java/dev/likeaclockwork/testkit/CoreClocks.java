// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import dev.likeaclockwork.CausalityRelation;
import dev.likeaclockwork.LamportClock;
import dev.likeaclockwork.LamportTimestamp;
import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.VectorTimestamp;

/** The clocks of core, as the testkit uses them. */
final class CoreClocks {
    private CoreClocks() {}

    static final class Vector implements VectorClockAdapter<VectorClock, VectorTimestamp> {
        @Override
        public VectorClock start(String node) {
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
        public CausalityRelation relation(VectorTimestamp first, VectorTimestamp second) {
            return first.relationTo(second);
        }

        @Override
        public VectorTimestamp merge(VectorTimestamp first, VectorTimestamp second) {
            return first.merge(second);
        }
    }

    static final class Lamport implements ClockAdapter<LamportClock, LamportTimestamp> {
        @Override
        public LamportClock start(String node) {
            return new LamportClock(node);
        }

        @Override
        public LamportClock resume(String node, LamportTimestamp last) {
            return LamportClock.resume(last);
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
    }
}
