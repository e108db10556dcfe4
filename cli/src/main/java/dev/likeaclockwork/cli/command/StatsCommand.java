// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.command;

import dev.likeaclockwork.cli.options.LogFiles;
import dev.likeaclockwork.cli.output.Output;
import dev.likeaclockwork.cli.text.Execution;
import dev.likeaclockwork.graph.query.Statistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code clockwork stats}. */
@Command(
        name = "stats",
        description = "Prints statistics of each execution.",
        footer = {"", "Example: clockwork stats --json order.jsonl payment.jsonl inventory.jsonl"})
final class StatsCommand extends LogCommand {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = LogFiles.DESCRIPTION)
    private List<String> files = List.of();

    @Override
    List<String> files() {
        return files;
    }

    @Override
    boolean answer(Execution execution, Output out) {
        Map<String, Object> figures = figures(execution.name(), Statistics.of(execution.graph()));
        if (out.isJson()) {
            out.object(figures);
        } else {
            figures.forEach((name, value) -> out.line(String.format("%-22s %s", name.replace('_', ' '), value)));
        }
        return false;
    }

    private static Map<String, Object> figures(String name, Statistics statistics) {
        Map<String, Object> figures = new LinkedHashMap<>();
        if (!name.isEmpty()) {
            figures.put("execution", name);
        }
        figures.put("events", statistics.events());
        figures.put("nodes", statistics.nodes());
        figures.put("ordered_pairs", statistics.orderedPairs());
        figures.put("concurrent_pairs", statistics.concurrentPairs());
        figures.put("longest_chain", statistics.longestChain());
        statistics.width().ifPresent(width -> figures.put("width", width));
        figures.put("file_order_inversions", statistics.fileOrderInversions());
        return figures;
    }
}
