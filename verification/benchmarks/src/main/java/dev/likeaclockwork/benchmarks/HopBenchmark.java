// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.benchmarks;

import dev.likeaclockwork.TextTransport;
import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.VectorTimestamp;
import java.util.ArrayList;
import java.util.List;
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

/** A service between two others: a header in, receive, send, a header out. Two entries are news with each header. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(1)
public class HopBenchmark {
    @Param("64")
    int n;

    private int next;

    /** The carrier. */
    private String header;

    private String self;
    private VectorTimestamp base;
    private VectorClock clock;
    private Map<String, Long> plainBase;
    private PlainClock plain;
    private List<String> headers;

    @Setup
    public void prepare() {
        String[] ids = Workload.ids(n);
        self = ids[n / 2];
        base = Workload.timestamp(ids, Workload.counters(n, 42));
        plainBase = PlainClock.map(ids, Workload.counters(n, 42));
        clock = VectorClock.resume(self, base);
        plain = new PlainClock(self, plainBase);
        headers = new ArrayList<>();
        for (long[] counters : Workload.fromOnePeer(n)) {
            headers.add(Workload.timestamp(ids, counters).toString());
        }
    }

    private int next() {
        int place = next;
        next = (place + 1) & (Workload.RING - 1);
        return place;
    }

    @Benchmark
    public Object clockwork() {
        int place = next();
        if (place == 0) {
            clock = VectorClock.resume(self, base);
        }
        header = headers.get(place);
        clock.receive(TextTransport.extractVector(name -> header).orElseThrow());
        TextTransport.inject(clock.send(), (name, value) -> header = value);
        return header;
    }

    @Benchmark
    public Object plain() {
        int place = next();
        if (place == 0) {
            plain = new PlainClock(self, plainBase);
        }
        plain.receive(PlainClock.fromText(headers.get(place)));
        header = PlainClock.toText(plain.send());
        return header;
    }
}
