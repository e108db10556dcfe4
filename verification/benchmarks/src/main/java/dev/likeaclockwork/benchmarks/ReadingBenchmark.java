// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.benchmarks;

import dev.likeaclockwork.formats.LogReader;
import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.formats.options.Source;
import dev.likeaclockwork.graph.event.EventSink;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.event.Problem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reading a file of JSON lines, beside what the parser needs for its tokens alone. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReadingBenchmark {
    private static final int ENTRIES = 8;
    private static final int EVENTS_OF_NODE = 10;

    /** Events of the file. */
    @Param("10000")
    public int n;

    private Path file;

    /** Writes lines of some 350 bytes. */
    @Setup
    public void write() throws IOException {
        file = Files.createTempFile("reading", ".jsonl");
        SplittableRandom random = new SplittableRandom(1978);
        try (BufferedWriter log = Files.newBufferedWriter(file)) {
            for (int i = 0; i < n; i++) {
                log.write(line(i, random));
            }
        }
    }

    /** The nodes of an event's vector are requests that ran at about its time. */
    private String line(int event, SplittableRandom random) {
        int nodes = n / EVENTS_OF_NODE;
        int own = event / EVENTS_OF_NODE;
        String node = node(own);
        StringBuilder line = new StringBuilder("{\"time\":\"2026-11-23T10:00:00.123Z\",\"msg\":\"stock reserved\",")
                .append("\"_causality\":{\"vector\":{\"")
                .append(node)
                .append("\":")
                .append(1 + event % EVENTS_OF_NODE);
        for (int i = 1; i < ENTRIES; i++) {
            int before = ENTRIES * random.nextInt(10) + i;
            line.append(",\"")
                    .append(node((own + nodes - before) % nodes))
                    .append("\":")
                    .append(random.nextInt(1, 10));
        }
        return line.append("},\"event_type\":\"stock.reserved\",\"event_id\":\"0194c5a8-7e2b-7000-8000-")
                .append(100_000_000_000L + event)
                .append("\",\"node\":\"")
                .append(node)
                .append("\"}}\n")
                .toString();
    }

    private static String node(int number) {
        return "order-service/" + Long.toString(1_000_000_000_000L + number * 7_919L, 36);
    }

    /** Deletes them. */
    @TearDown
    public void delete() throws IOException {
        Files.delete(file);
    }

    /** Every event, with its vector. */
    @Benchmark
    public long clockwork() {
        Counter counter = new Counter();
        new LogReader(ReadOptions.standard()).read(List.of(Source.file(file.toString())), name -> counter);
        return counter.events;
    }

    /** Every token, without its value. */
    @Benchmark
    public long jackson() throws IOException {
        long tokens = 0;
        try (InputStream stream = Files.newInputStream(file);
                JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), stream)) {
            while (json.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    private static final class Counter implements EventSink {
        private long events;

        @Override
        public void event(LoggedEvent event) {
            events += event.vector().size() == ENTRIES ? 1 : 0;
        }

        @Override
        public void problem(Problem problem) {
            throw new IllegalStateException(problem.toString());
        }
    }
}
