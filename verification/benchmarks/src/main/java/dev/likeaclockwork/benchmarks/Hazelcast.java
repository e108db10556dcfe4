// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.benchmarks;

import com.hazelcast.cluster.impl.VectorClock;
import dev.likeaclockwork.CausalityRelation;
import java.util.UUID;

/** Hazelcast's vector clock: a mutable concurrent map from the replica's UUID. */
final class Hazelcast {
    private Hazelcast() {}

    static UUID replica(int i) {
        return new UUID(0x9E3779B97F4A7C15L * (i + 1), 0xC2B2AE3D27D4EB4FL * (i + 7));
    }

    static VectorClock clock(long[] counters) {
        VectorClock clock = new VectorClock();
        for (int i = 0; i < counters.length; i++) {
            clock.setReplicaTimestamp(replica(i), counters[i]);
        }
        return clock;
    }

    static long tick(VectorClock clock, UUID replica) {
        long next = clock.getTimestampForReplica(replica) + 1;
        clock.setReplicaTimestamp(replica, next);
        return next;
    }

    static CausalityRelation relation(VectorClock a, VectorClock b) {
        if (a.isAfter(b)) {
            return CausalityRelation.HAPPENS_AFTER;
        }
        if (b.isAfter(a)) {
            return CausalityRelation.HAPPENS_BEFORE;
        }
        return a.equals(b) ? CausalityRelation.EQUAL : CausalityRelation.CONCURRENT;
    }
}
