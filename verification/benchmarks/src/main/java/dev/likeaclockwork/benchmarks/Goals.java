// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.benchmarks;

import java.util.List;

/** What is aimed for: ratios within one run, on N=64 where nothing else stands, and rates of the guard. */
final class Goals {
    /**
     * One ratio of two benchmarks.
     *
     * @param what the operation, in words
     * @param ours the benchmark of Clockwork, with its N
     * @param peer the benchmark it stands beside, with its N
     * @param factor how many times as fast as the peer ours should be; or, if {@code atMost}, how many times the peer's
     *     time ours may take
     * @param atMost whether {@code factor} bounds our time rather than the peer's
     */
    record Goal(String what, String ours, String peer, double factor, boolean atMost) {}

    static final List<Goal> ALL = List.of(
            faster("tick, plain map", "ClockBenchmark.tickClockwork", "ClockBenchmark.tickPlain", 3.5),
            faster("tick, Pekko", "ClockBenchmark.tickClockwork", "ClockBenchmark.tickPekko", 25),
            faster("tick, Hazelcast", "ClockBenchmark.tickClockwork", "ClockBenchmark.tickHazelcast", 6),
            within("tick, `AtomicLong`", "ClockBenchmark.tickClockwork:64", "ClockBenchmark.tickAtomicLong:64", 1.25),
            within(
                    "tick keeping its timestamp, `AtomicLong`",
                    "ClockBenchmark.tickKeepingTheTimestamp:64",
                    "ClockBenchmark.tickAtomicLong:64",
                    1.25),
            faster("send, plain map", "ClockBenchmark.sendClockwork", "ClockBenchmark.sendPlain", 120),
            faster("send, Pekko", "ClockBenchmark.sendClockwork", "ClockBenchmark.sendPekko", 18),
            faster("send, Hazelcast", "ClockBenchmark.sendClockwork", "ClockBenchmark.sendHazelcast", 400),
            within("send at N=256, at N=3", "ClockBenchmark.sendClockwork:256", "ClockBenchmark.sendClockwork:3", 1.2),
            faster("receive, plain map", "ClockBenchmark.receiveClockwork", "ClockBenchmark.receivePlain", 7),
            faster("receive, Pekko", "ClockBenchmark.receiveClockwork", "ClockBenchmark.receivePekko", 14),
            faster("receive, Hazelcast", "ClockBenchmark.receiveClockwork", "ClockBenchmark.receiveHazelcast", 13),
            faster("compare, plain map", "CompareBenchmark.clockwork", "CompareBenchmark.plain", 100),
            faster("compare, Pekko", "CompareBenchmark.clockwork", "CompareBenchmark.pekko", 30),
            faster("compare, Hazelcast", "CompareBenchmark.clockwork", "CompareBenchmark.hazelcast", 30),
            within("compare, `Arrays.mismatch`", "CompareBenchmark.clockwork:64", "CompareBenchmark.mismatch:64", 1.8),
            within(
                    "compare clocks' own, `Arrays.mismatch`",
                    "CompareBenchmark.clockworkOfClocks:64",
                    "CompareBenchmark.mismatch:64",
                    1.8),
            faster("text encode first", "CodecBenchmark.textEncodeFirst", "CodecBenchmark.textEncodePlain", 5),
            faster("text encode again", "CodecBenchmark.textEncodeAgain", "CodecBenchmark.textEncodePlain", 30),
            faster("text decode anew", "CodecBenchmark.textDecodeAnew", "CodecBenchmark.textDecodePlain", 5),
            faster("text decode next", "CodecBenchmark.textDecodeNext", "CodecBenchmark.textDecodePlain", 20),
            faster(
                    "MessagePack encode, msgpack-core",
                    "CodecBenchmark.packEncodeClockwork",
                    "CodecBenchmark.packEncodeLibrary",
                    3),
            faster(
                    "MessagePack decode, msgpack-core",
                    "CodecBenchmark.packDecodeClockwork",
                    "CodecBenchmark.packDecodeLibrary",
                    8),
            faster("hop, plain map", "HopBenchmark.clockwork", "HopBenchmark.plain", 25),
            faster(
                    "two threads send, `synchronized` array",
                    "ContentionBenchmark.clockwork",
                    "ContentionBenchmark.synchronizedArray",
                    4),
            new Goal("request and call, Brave", "RequestBenchmark.clockwork:8", "RequestBenchmark.brave:8", 1, false),
            new Goal(
                    "read JSON lines, Jackson's tokens of them",
                    "ReadingBenchmark.clockwork:10000",
                    "ReadingBenchmark.jackson:10000",
                    0.5,
                    false));

    /**
     * A rate that one core should reach.
     *
     * @param what the operation, in words
     * @param ours its benchmark, with its N
     * @param perSecond the least number a second
     */
    record Rate(String what, String ours, long perSecond) {}

    static final List<Rate> RATES = List.of(
            new Rate("guard in memory, verdict", "GuardBenchmark.judgeDuplicateInMemory:5", 2_000_000),
            new Rate("guard in memory, verdict and two notes", "GuardBenchmark.processNewInMemory:5", 2_000_000),
            new Rate("guard in RocksDB, durable in batches of 1000", "GuardBenchmark.processNewInRocks:5", 100_000));

    /**
     * What something may cost beyond the same without it.
     *
     * @param what the operation, in words
     * @param ours its benchmark, with its N
     * @param without the benchmark of the same without ours, with its N
     * @param nanos the most it may take
     * @param bytes the most it may allocate
     */
    record Cost(String what, String ours, String without, long nanos, long bytes) {}

    static final List<Cost> COSTS = List.of(
            new Cost("request and call", "RequestBenchmark.clockwork:8", "RequestBenchmark.without:8", 5_000, 4_096),
            new Cost("the same, Brave", "RequestBenchmark.brave:8", "RequestBenchmark.without:8", 5_000, 4_096));

    private Goals() {}

    private static Goal faster(String what, String ours, String peer, double factor) {
        return new Goal(what, ours + ":64", peer + ":64", factor, false);
    }

    private static Goal within(String what, String ours, String peer, double factor) {
        return new Goal(what, ours, peer, factor, true);
    }
}
