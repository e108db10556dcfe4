// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import dev.likeaclockwork.formats.LogReader;
import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.formats.options.Source;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.Fault;
import dev.likeaclockwork.graph.event.Problem;
import dev.likeaclockwork.runtime.sink.InMemorySink;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** A service that records in memory, with the causal graph of its log. */
final class Logs implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    final InMemorySink sink = InMemorySink.create();
    final Counted metrics = new Counted();
    final Clockwork clockwork;

    Logs() {
        this(NodeScope.ACTIVITY);
    }

    Logs(NodeScope scope) {
        clockwork = Clockwork.builder("order")
                .scope(scope)
                .sink(sink)
                .metrics(metrics)
                .bufferedEvents(1 << 20)
                .build();
    }

    List<String> lines() {
        if (!clockwork.flush(PATIENCE)) {
            throw new AssertionError("the sink has not received all events");
        }
        return sink.lines();
    }

    CausalGraph graph() {
        return graph(lines());
    }

    static CausalGraph graph(List<String> lines) {
        return new LogReader(ReadOptions.standard())
                .read(List.of(new Text(String.join("\n", lines))))
                .get("");
    }

    /** The faults of a graph, except for clock skew, which is not under test. */
    static List<Problem> faults(CausalGraph graph) {
        return graph.problems().stream()
                .filter(problem -> problem.fault() != Fault.CLOCK_SKEW)
                .toList();
    }

    @Override
    public void close() {
        clockwork.close();
    }

    private record Text(String text) implements Source {
        @Override
        public String name() {
            return "log";
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
