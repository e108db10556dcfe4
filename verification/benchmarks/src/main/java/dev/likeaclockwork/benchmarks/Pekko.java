// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.benchmarks;

import dev.likeaclockwork.CausalityRelation;
import org.apache.pekko.cluster.VectorClock;
import scala.collection.immutable.TreeMap;

/** Pekko's vector clock: an immutable sorted map from the MD5 of a node's name. */
final class Pekko {
    private Pekko() {}

    static String node(String id) {
        return VectorClock.Node$.MODULE$.apply(id);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static VectorClock clock(String[] ids, long[] counters) {
        TreeMap map = VectorClock.apply$default$1();
        for (int i = 0; i < ids.length; i++) {
            map = map.updated(node(ids[i]), counters[i]);
        }
        return VectorClock.apply(map);
    }

    static VectorClock tick(VectorClock clock, String node) {
        return clock.$colon$plus(node);
    }

    static CausalityRelation relation(VectorClock a, VectorClock b) {
        Object order = a.compareTo(b);
        if (order.equals(VectorClock.Same$.MODULE$)) {
            return CausalityRelation.EQUAL;
        }
        if (order.equals(VectorClock.Before$.MODULE$)) {
            return CausalityRelation.HAPPENS_BEFORE;
        }
        return order.equals(VectorClock.After$.MODULE$)
                ? CausalityRelation.HAPPENS_AFTER
                : CausalityRelation.CONCURRENT;
    }
}
