// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.likeaclockwork.formats.LogReader;
import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.formats.options.Source;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.Ordering;
import dev.likeaclockwork.graph.event.Problem;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.ClockworkBuilder;
import dev.likeaclockwork.runtime.sink.InMemorySink;
import dev.likeaclockwork.runtime.sink.RecordedEvent;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The log of all services of a test, and its causal graph. */
public final class TestLog implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InMemorySink sink = InMemorySink.create();
    private final List<Clockwork> services = new ArrayList<>();
    private final CountedMetrics metrics = new CountedMetrics();

    /** Creates an empty log. */
    public TestLog() {}

    /** The counts of all services together. */
    public CountedMetrics metrics() {
        return metrics;
    }

    /** Starts a service that records to this log. */
    public Clockwork service(String name) {
        return start(configure(name));
    }

    /** Starts the configuration of a service that records to this log; {@link #start} starts the service. */
    public ClockworkBuilder configure(String name) {
        return Clockwork.builder(name)
                .sink(sink)
                .metrics(metrics)
                .bufferedEvents(1 << 20)
                .shutdownTimeout(PATIENCE);
    }

    /** Starts a service that {@link #close} closes. */
    public Clockwork start(ClockworkBuilder builder) {
        Clockwork service = builder.build();
        services.add(service);
        return service;
    }

    /** All events recorded so far. */
    public List<RecordedEvent> events() {
        services.forEach(service -> assertTrue(service.flush(PATIENCE), "the sink has not received all events"));
        return sink.events();
    }

    /** The events that a service has recorded so far. */
    public List<RecordedEvent> events(String service) {
        return events().stream()
                .filter(event -> event.node().startsWith(service + "/"))
                .toList();
    }

    /** The only event of a type; fails if there are none or several. */
    public RecordedEvent only(String type) {
        List<RecordedEvent> found =
                events().stream().filter(event -> event.type().equals(type)).toList();
        assertEquals(1, found.size(), () -> "events of type " + type + " in " + types());
        return found.get(0);
    }

    /** The types of all events. */
    public List<String> types() {
        return events().stream().map(RecordedEvent::type).toList();
    }

    /** The types of the events of a service. */
    public List<String> types(String service) {
        return events(service).stream().map(RecordedEvent::type).toList();
    }

    /** The graph of all events recorded so far; fails if the log has a fault. */
    public CausalGraph graph() {
        StringBuilder lines = new StringBuilder();
        events().forEach(event -> lines.append(event.toJson()).append('\n'));
        CausalGraph graph = Objects.requireNonNull(new LogReader(ReadOptions.standard())
                .read(List.of(new Text(lines.toString())))
                .get(""));
        List<Problem> faults = graph.problems().stream()
                .filter(problem -> problem.fault() != dev.likeaclockwork.graph.event.Fault.CLOCK_SKEW)
                .toList();
        assertEquals(List.of(), faults, "the log has faults");
        return graph;
    }

    /** Checks that the events of these types, one each, happened in this causal order. */
    public void assertChain(String... types) {
        CausalGraph graph = graph();
        for (int i = 1; i < types.length; i++) {
            int before = number(graph, only(types[i - 1]));
            int after = number(graph, only(types[i]));
            assertEquals(Ordering.HAPPENS_BEFORE, graph.relation(before, after), types[i - 1] + " and " + types[i]);
        }
    }

    /** The index of an event in a graph. */
    public static int number(CausalGraph graph, RecordedEvent event) {
        return graph.find(event.node(), event.counter()).orElseThrow();
    }

    @Override
    public void close() {
        services.forEach(Clockwork::close);
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
