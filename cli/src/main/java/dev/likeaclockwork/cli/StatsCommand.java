// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli;

import dev.likeaclockwork.graph.Statistics;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code clockwork stats}. */
@Command(
        name = "stats",
        mixinStandardHelpOptions = true,
        description = "Prints figures of each execution.",
        footer = {"", "Example: clockwork stats --json order.jsonl payment.jsonl inventory.jsonl"})
final class StatsCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Mixin
    private LogFiles files = new LogFiles();

    @Option(names = "--json", description = "One JSON object per execution, a line each.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        boolean complete = files.forEach(
                spec.commandLine().getErr(), (name, graph) -> print(out, figures(name, Statistics.of(graph))));
        return complete ? ClockworkCommand.FINE : ClockworkCommand.BAD_INPUT;
    }

    private void print(PrintWriter out, Map<String, @Nullable Object> figures) {
        if (json) {
            out.println(JSON.writeValueAsString(figures));
        } else {
            figures.forEach((name, value) -> out.printf("%-22s %s%n", name.replace('_', ' '), value));
        }
    }

    private static Map<String, @Nullable Object> figures(String name, Statistics statistics) {
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        if (!name.isEmpty()) {
            figures.put("execution", name);
        }
        figures.put("events", statistics.events());
        figures.put("nodes", statistics.nodes());
        figures.put("ordered_pairs", statistics.orderedPairs());
        figures.put("concurrent_pairs", statistics.concurrentPairs());
        figures.put("longest_chain", statistics.longestChain());
        figures.put("width", statistics.width().isPresent() ? statistics.width().getAsInt() : null);
        figures.put("file_order_inversions", statistics.fileOrderInversions());
        return figures;
    }
}
