// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.benchmarks;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.GraphBuilder;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.findings.Races;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measures a graph of many events: the time of each step, and the memory that it keeps. */
public final class GraphScale {
    private GraphScale() {}

    /** Takes a number of events and, to write them as JSON lines instead of measuring, a file. */
    public static void main(String[] arguments) throws IOException {
        long events = Long.parseLong(arguments[0]);
        if (arguments.length > 1) {
            write(events, Path.of(arguments[1]));
        } else {
            measure(events, System.out);
        }
    }

    private static void measure(long events, PrintStream out) {
        long before = used();
        GraphBuilder builder = CausalGraph.builder();
        long[] entries = {0};
        long start = System.nanoTime();
        RequestLog.generate(events, 42, event -> {
            entries[0] += event.vector().size();
            builder.event(event);
        });
        long filled = System.nanoTime();
        CausalGraph graph = builder.build();
        long built = System.nanoTime();
        int races = Races.of(graph).size();
        long raced = System.nanoTime();
        out.printf(
                "%d events, %d nodes, %.1f entries, %d races%n",
                graph.size(), graph.nodes(), (double) entries[0] / graph.size(), races);
        out.printf(
                "generate and add %d ms, build %d ms, races %d ms%n",
                (filled - start) / 1_000_000, (built - filled) / 1_000_000, (raced - built) / 1_000_000);
        out.printf("%.1f bytes an event%n", (double) (used() - before) / graph.size());
        out.println(graph.faults());
        out.println(graph.size() + " events are still held");
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void write(long events, Path file) throws IOException {
        try (PrintStream out = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
            RequestLog.generate(events, 42, event -> out.println(line(event)));
        }
    }

    private static String line(LoggedEvent event) {
        StringBuilder line = new StringBuilder("{\"time\":\"")
                .append(event.time())
                .append("\",\"msg\":\"")
                .append(event.label())
                .append("\",\"_causality\":{\"vector\":{");
        String separator = "";
        for (Map.Entry<String, Long> entry : event.vector().toMap().entrySet()) {
            line.append(separator)
                    .append('"')
                    .append(entry.getKey())
                    .append("\":")
                    .append(entry.getValue());
            separator = ",";
        }
        line.append("},\"event_type\":\"").append(event.label()).append('"');
        append(line, "event_id", event.id());
        append(line, "node", event.node());
        if (event.access() != null) {
            append(line, "resource", event.access().resource());
            append(line, "access", event.access().kind().name().toLowerCase(Locale.ROOT));
            append(line, "base", event.access().base());
            append(line, "version", event.access().version());
        }
        return line.append("}}").toString();
    }

    private static void append(StringBuilder line, String member, @Nullable String value) {
        if (value != null) {
            line.append(",\"").append(member).append("\":\"").append(value).append('"');
        }
    }
}
