// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.benchmarks;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.TextTransport;
import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.VectorTimestamp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
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

/**
 * Headers in and out. "First" and "anew" go through vectors that have nothing in common but their members; "again"
 * sends more from one clock, and "next" reads what one peer sends in turn.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(1)
public class CodecBenchmark {
    /** Few enough to stay in the cache, as what was just received is. */
    private static final int HEADERS_OF_ONE_PEER = 8;

    @Param("64")
    int n;

    private int next;

    /** The carrier: one header of each kind. */
    private String text;

    private byte[] bytes;

    private VectorClock clock;
    private List<VectorTimestamp> timestamps;
    private List<Map<String, Long>> maps;
    private List<String> unrelatedTexts;
    private List<String> textsOfOnePeer;
    private List<byte[]> packed;

    @Setup
    public void prepare() throws IOException {
        String[] ids = Workload.ids(n);
        clock = VectorClock.resume(ids[n / 2], Workload.timestamp(ids, Workload.counters(n, 42)));
        timestamps = new ArrayList<>();
        maps = new ArrayList<>();
        unrelatedTexts = new ArrayList<>();
        packed = new ArrayList<>();
        for (long[] counters : Workload.unrelated(n)) {
            timestamps.add(Workload.timestamp(ids, counters));
            maps.add(new HashMap<>(PlainClock.map(ids, counters)));
            unrelatedTexts.add(Workload.timestamp(ids, counters).toString());
            BinaryTransport.inject(Workload.timestamp(ids, counters), (name, value) -> packed.add(value));
        }
        textsOfOnePeer = new ArrayList<>();
        for (long[] counters : Workload.fromOnePeer(n)) {
            textsOfOnePeer.add(Workload.timestamp(ids, counters).toString());
        }
    }

    private int next() {
        int place = next;
        next = (place + 1) & (Workload.RING - 1);
        return place;
    }

    @Benchmark
    public Object textEncodePlain() {
        return PlainClock.toText(maps.get(next()));
    }

    @Benchmark
    public Object textEncodeFirst() {
        TextTransport.inject(timestamps.get(next()), (name, value) -> text = value);
        return text;
    }

    @Benchmark
    public Object textEncodeAgain() {
        TextTransport.inject(clock.send(), (name, value) -> text = value);
        return text;
    }

    @Benchmark
    public Object textDecodePlain() {
        return PlainClock.fromText(unrelatedTexts.get(next()));
    }

    @Benchmark
    public Object textDecodeAnew() {
        text = unrelatedTexts.get(next());
        return TextTransport.extractVector(name -> text);
    }

    /** To and fro, so that each header differs from the one before in the two counters that a peer's next one would. */
    @Benchmark
    public Object textDecodeNext() {
        int place = next() % (2 * HEADERS_OF_ONE_PEER);
        text = textsOfOnePeer.get(Math.min(place, 2 * HEADERS_OF_ONE_PEER - 1 - place));
        return TextTransport.extractVector(name -> text);
    }

    @Benchmark
    public Object packEncodeLibrary() throws IOException {
        return PlainClock.toMessagePack(maps.get(next()));
    }

    @Benchmark
    public Object packEncodeClockwork() {
        BinaryTransport.inject(timestamps.get(next()), (name, value) -> bytes = value);
        return bytes;
    }

    @Benchmark
    public Object packDecodeLibrary() throws IOException {
        return PlainClock.fromMessagePack(packed.get(next()));
    }

    @Benchmark
    public Object packDecodeClockwork() {
        bytes = packed.get(next());
        return BinaryTransport.extractVector(name -> bytes);
    }
}
