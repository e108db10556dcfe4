// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.benchmarks;

import dev.likeaclockwork.guard.Action;
import dev.likeaclockwork.guard.CausalDeduplicator;
import dev.likeaclockwork.guard.CausalDeduplicatorBuilder;
import dev.likeaclockwork.guard.Decision;
import dev.likeaclockwork.guard.GuardPolicy;
import dev.likeaclockwork.guard.memory.MemoryStore;
import dev.likeaclockwork.guard.rocksdb.RocksStore;
import dev.likeaclockwork.guard.state.StateStore;
import dev.likeaclockwork.guard.verdict.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Verdicts on events of 10,000 keys, each of which has n writers. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GuardBenchmark {
    /** Events of one transaction that reaches the disk. */
    private static final int BATCH = 1_000;

    private static final GuardPolicy POLICY = GuardPolicy.operations(Action.QUEUE);

    private static CausalDeduplicatorBuilder guard(StateStore store, int round) {
        return CausalDeduplicator.on(store, POLICY).named("round-" + round);
    }

    private static MemoryStore memory() {
        return MemoryStore.ofAtMost(2 * GuardFeed.KEYS);
    }

    /** A guard in memory that has seen all, or nothing yet. */
    @State(Scope.Thread)
    public static class InMemory {
        @Param("5")
        public int n;

        private GuardFeed feed;
        private CausalDeduplicator full;
        private CausalDeduplicator filling;

        @Setup
        public void fill() {
            feed = new GuardFeed(n);
            full = guard(memory(), 0).build();
            do {
                full.process(feed.key(), feed.event(), () -> {});
            } while (!feed.advance());
            filling = guard(memory(), 0).build();
        }
    }

    /** A RocksDB on the disk. */
    @State(Scope.Thread)
    public static class InRocks {
        @Param("5")
        public int n;

        private GuardFeed feed;
        private Path directory;
        private RocksStore rocks;
        private int round;

        @Setup
        public void open() throws IOException {
            feed = new GuardFeed(n);
            directory = Files.createTempDirectory(Path.of("target"), "guard");
            rocks = RocksStore.open(directory);
        }

        @TearDown
        public void delete() throws IOException {
            rocks.close();
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
    }

    /** What a redelivered event costs. */
    @Benchmark
    public Judgement judgeDuplicateInMemory(InMemory state) {
        state.feed.advance();
        return state.full.judge(state.feed.key(), state.feed.event());
    }

    /** Verdict, a note that the effect begins, an effect that does nothing, and a note that it has happened. */
    @Benchmark
    public Decision processNewInMemory(InMemory state) {
        if (state.feed.advance()) {
            state.filling = guard(memory(), 0).build();
        }
        return state.filling.process(state.feed.key(), state.feed.event(), () -> {});
    }

    /** Verdict and memory, a thousand in a transaction that is on the disk when it ends. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public Object processNewInRocks(InRocks state) {
        return state.rocks.inTransaction((store, transaction) -> {
            CausalDeduplicator guard = guard(store, state.round).build();
            Decision last = guard.process(state.feed.key(), state.feed.event(), () -> {});
            state.round += state.feed.advance() ? 1 : 0;
            for (int i = 1; i < BATCH; i++) {
                last = guard.process(state.feed.key(), state.feed.event(), () -> {});
                state.round += state.feed.advance() ? 1 : 0;
            }
            return last;
        });
    }
}
