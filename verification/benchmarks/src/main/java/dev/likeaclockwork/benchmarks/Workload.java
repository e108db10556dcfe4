// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.benchmarks;

import dev.likeaclockwork.VectorTimestamp;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Seeded vectors, the same for all peers: ids of nine characters, counters of four to six digits. */
final class Workload {
    /** Values that a benchmark goes through in turn; a power of two. */
    static final int RING = 32;

    private Workload() {}

    /** Ids as new objects with each call, as if they had just come off the wire. */
    static String[] ids(int n) {
        String[] ids = new String[n];
        for (int i = 0; i < n; i++) {
            ids[i] = String.format("node-%04d", i);
        }
        return ids;
    }

    static long[] counters(int n, long seed) {
        return new Random(seed).longs(n, 1_000, 901_000).toArray();
    }

    /** Vectors each of which is above the one before in every entry, and above {@link #counters} of seed 42. */
    static long[][] rising(int n) {
        long[][] ring = new long[RING][];
        long[] counters = counters(n, 42);
        for (int k = 0; k < RING; k++) {
            counters = counters.clone();
            for (int i = 0; i < n; i++) {
                counters[i] += 1 + ((i * 31 + k) & 7);
            }
            ring[k] = counters;
        }
        return ring;
    }

    /** What one peer sends in turn: its own entry rises each time, and one other. */
    static long[][] fromOnePeer(int n) {
        long[][] ring = new long[RING][];
        long[] counters = counters(n, 42);
        for (int k = 0; k < RING; k++) {
            counters = counters.clone();
            counters[0]++;
            counters[(1 + k) % n] += 3;
            ring[k] = counters;
        }
        return ring;
    }

    /** Vectors that have nothing in common but their members. */
    static long[][] unrelated(int n) {
        long[][] ring = new long[RING][];
        for (int k = 0; k < RING; k++) {
            ring[k] = counters(n, 1_000 + k);
        }
        return ring;
    }

    static VectorTimestamp timestamp(String[] ids, long[] counters) {
        Map<String, Long> map = new TreeMap<>();
        for (int i = 0; i < ids.length; i++) {
            map.put(ids[i], counters[i]);
        }
        return VectorTimestamp.of(map);
    }
}
