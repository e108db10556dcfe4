// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import dev.likeaclockwork.LamportTimestamp;

/** A second implementation of Lamport clocks: one number under one lock. */
class NaiveLamportClocks extends LamportClockContract<NaiveLamportClocks.Clock, LamportTimestamp> {
    static final class Clock {
        final String node;
        long time;

        Clock(String node, long time) {
            this.node = node;
            this.time = time;
        }

        synchronized LamportTimestamp set(long time) {
            this.time = time;
            return LamportTimestamp.of(node, time);
        }
    }

    @Override
    public Clock create(String node) {
        return new Clock(node, 0);
    }

    @Override
    public Clock resume(String node, LamportTimestamp last) {
        return new Clock(node, last.time());
    }

    @Override
    public LamportTimestamp tick(Clock clock) {
        synchronized (clock) {
            return clock.set(clock.time + 1);
        }
    }

    @Override
    public LamportTimestamp send(Clock clock) {
        return tick(clock);
    }

    @Override
    public LamportTimestamp receive(Clock clock, LamportTimestamp remote) {
        synchronized (clock) {
            return clock.set(Math.max(clock.time, remote.time()) + 1);
        }
    }

    @Override
    public long time(LamportTimestamp timestamp) {
        return timestamp.time();
    }

    @Override
    public int compare(LamportTimestamp a, LamportTimestamp b) {
        return a.compareTo(b);
    }
}
