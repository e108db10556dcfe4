// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.benchmarks;

import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.VectorTimestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Tick, send, and receive with news in every entry. After each round of received values a clock starts again from its
 * base, so that all entries are news again.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(1)
public class ClockBenchmark {
    @Param({"3", "64", "256"})
    int n;

    private int next;

    private final AtomicLong number = new AtomicLong();

    private String self;
    private VectorTimestamp base;
    private VectorClock clock;
    private List<VectorTimestamp> ring;

    private Map<String, Long> plainBase;
    private PlainClock plain;
    private List<Map<String, Long>> plainRing;

    private String pekkoSelf;
    private org.apache.pekko.cluster.VectorClock pekkoBase;
    private org.apache.pekko.cluster.VectorClock pekko;
    private List<org.apache.pekko.cluster.VectorClock> pekkoRing;

    private UUID hazelcastSelf;
    private com.hazelcast.cluster.impl.VectorClock hazelcastBase;
    private com.hazelcast.cluster.impl.VectorClock hazelcast;
    private List<com.hazelcast.cluster.impl.VectorClock> hazelcastRing;

    @Setup
    public void prepare() {
        String[] ids = Workload.ids(n);
        long[] counters = Workload.counters(n, 42);
        self = ids[n / 2];
        base = Workload.timestamp(ids, counters);
        plainBase = PlainClock.map(ids, counters);
        pekkoSelf = Pekko.node(self);
        pekkoBase = Pekko.clock(ids, counters);
        hazelcastSelf = Hazelcast.replica(n / 2);
        hazelcastBase = Hazelcast.clock(counters);
        ring = new ArrayList<>();
        plainRing = new ArrayList<>();
        pekkoRing = new ArrayList<>();
        hazelcastRing = new ArrayList<>();
        for (long[] values : Workload.rising(n)) {
            ring.add(Workload.timestamp(ids, values));
            plainRing.add(new HashMap<>(PlainClock.map(Workload.ids(n), values)));
            pekkoRing.add(Pekko.clock(ids, values));
            hazelcastRing.add(Hazelcast.clock(values));
        }
        startAgain();
    }

    private void startAgain() {
        clock = VectorClock.resume(self, base);
        plain = new PlainClock(self, plainBase);
        pekko = pekkoBase;
        hazelcast = new com.hazelcast.cluster.impl.VectorClock(hazelcastBase);
    }

    private int next() {
        int place = next;
        next = (place + 1) & (Workload.RING - 1);
        return place;
    }

    @Benchmark
    public long tickAtomicLong() {
        return number.incrementAndGet();
    }

    /** The timestamp is not used, as the peers' ticks make none. */
    @Benchmark
    public void tickClockwork() {
        clock.tick();
    }

    @Benchmark
    public Object tickKeepingTheTimestamp() {
        return clock.tick();
    }

    @Benchmark
    public long tickPlain() {
        return plain.tick();
    }

    @Benchmark
    public Object tickPekko() {
        pekko = Pekko.tick(pekko, pekkoSelf);
        return pekko;
    }

    @Benchmark
    public long tickHazelcast() {
        return Hazelcast.tick(hazelcast, hazelcastSelf);
    }

    @Benchmark
    public Object sendClockwork() {
        return clock.send();
    }

    @Benchmark
    public Object sendPlain() {
        return plain.send();
    }

    /** Immutable, so that what a tick returns can travel. */
    @Benchmark
    public Object sendPekko() {
        return tickPekko();
    }

    @Benchmark
    public Object sendHazelcast() {
        Hazelcast.tick(hazelcast, hazelcastSelf);
        return new com.hazelcast.cluster.impl.VectorClock(hazelcast);
    }

    @Benchmark
    public Object receiveClockwork() {
        int place = next();
        if (place == 0) {
            clock = VectorClock.resume(self, base);
        }
        return clock.receive(ring.get(place));
    }

    @Benchmark
    public Object receivePlain() {
        int place = next();
        if (place == 0) {
            plain = new PlainClock(self, plainBase);
        }
        plain.receive(plainRing.get(place));
        return plain;
    }

    @Benchmark
    public Object receivePekko() {
        int place = next();
        pekko = Pekko.tick((place == 0 ? pekkoBase : pekko).merge(pekkoRing.get(place)), pekkoSelf);
        return pekko;
    }

    @Benchmark
    public Object receiveHazelcast() {
        int place = next();
        if (place == 0) {
            hazelcast = new com.hazelcast.cluster.impl.VectorClock(hazelcastBase);
        }
        hazelcast.merge(hazelcastRing.get(place));
        Hazelcast.tick(hazelcast, hazelcastSelf);
        return hazelcast;
    }
}
