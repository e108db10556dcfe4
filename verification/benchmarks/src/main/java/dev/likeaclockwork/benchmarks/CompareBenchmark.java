// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.benchmarks;

import dev.likeaclockwork.CausalityRelation;
import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.VectorTimestamp;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The relation of two vectors of which one happened before the other, so that every entry must be looked at. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(1)
public class CompareBenchmark {
    @Param("64")
    int n;

    private long[] counters;
    private long[] sameCounters;

    private VectorTimestamp before;
    private VectorTimestamp after;
    private VectorTimestamp sent;
    private VectorTimestamp received;

    private Map<String, Long> plainBefore;
    private Map<String, Long> plainAfter;

    private org.apache.pekko.cluster.VectorClock pekkoBefore;
    private org.apache.pekko.cluster.VectorClock pekkoAfter;

    private com.hazelcast.cluster.impl.VectorClock hazelcastBefore;
    private com.hazelcast.cluster.impl.VectorClock hazelcastAfter;

    @Setup
    public void prepare() {
        String[] ids = Workload.ids(n);
        counters = Workload.counters(n, 42);
        sameCounters = counters.clone();
        long[] later = Workload.rising(n)[0];
        before = Workload.timestamp(ids, counters);
        after = Workload.timestamp(ids, later);
        sent = VectorClock.resume(ids[n / 4], before).send();
        received = VectorClock.resume(ids[n / 2], before).receive(sent);
        plainBefore = PlainClock.map(ids, counters);
        plainAfter = PlainClock.map(Workload.ids(n), later);
        pekkoBefore = Pekko.clock(ids, counters);
        pekkoAfter = Pekko.clock(ids, later);
        hazelcastBefore = Hazelcast.clock(counters);
        hazelcastAfter = Hazelcast.clock(later);
    }

    @Benchmark
    public int mismatch() {
        return Arrays.mismatch(counters, sameCounters);
    }

    @Benchmark
    public CausalityRelation clockwork() {
        return before.relationTo(after);
    }

    /** Two that clocks of this process made, whose own counters stand apart. */
    @Benchmark
    public CausalityRelation clockworkOfClocks() {
        return sent.relationTo(received);
    }

    @Benchmark
    public CausalityRelation plain() {
        return PlainClock.relation(plainBefore, plainAfter);
    }

    @Benchmark
    public CausalityRelation pekko() {
        return Pekko.relation(pekkoBefore, pekkoAfter);
    }

    @Benchmark
    public CausalityRelation hazelcast() {
        return Hazelcast.relation(hazelcastBefore, hazelcastAfter);
    }
}
