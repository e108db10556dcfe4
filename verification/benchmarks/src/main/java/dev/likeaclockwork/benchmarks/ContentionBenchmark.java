// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.benchmarks;

import dev.likeaclockwork.VectorClock;
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
import org.openjdk.jmh.annotations.Threads;

/** Two threads that send from one clock. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
@Threads(2)
@Fork(1)
public class ContentionBenchmark {
    @Param("64")
    int n;

    private VectorClock clock;
    private ArrayClock array;

    @Setup
    public void prepare() {
        long[] counters = Workload.counters(n, 42);
        String[] ids = Workload.ids(n);
        clock = VectorClock.resume(ids[n / 2], Workload.timestamp(ids, counters));
        array = new ArrayClock(counters, n / 2);
    }

    @Benchmark
    public Object clockwork() {
        return clock.send();
    }

    @Benchmark
    public Object synchronizedArray() {
        return array.send();
    }
}
