// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.benchmarks;

/** A vector clock over a fixed membership with one lock: the usual way to make one thread-safe. */
final class ArrayClock {
    private final long[] counters;
    private final int own;

    ArrayClock(long[] counters, int own) {
        this.counters = counters.clone();
        this.own = own;
    }

    synchronized long[] send() {
        counters[own]++;
        return counters.clone();
    }
}
