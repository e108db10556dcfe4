// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.Problem;
import dev.likeaclockwork.graph.read.LogReader;
import dev.likeaclockwork.graph.read.ReadOptions;
import dev.likeaclockwork.graph.read.Source;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The files that a command reads, and how to read them. */
final class LogFiles {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Event logs; - is standard input.")
    private List<String> files = List.of();

    @Option(
            names = "--parser",
            paramLabel = "REGEX",
            description = "A JavaScript regex with the groups host, clock and event, as in ShiViz.")
    private @Nullable String parser;

    @Option(
            names = "--delimiter",
            paramLabel = "REGEX",
            description = "A JavaScript regex between executions; its group trace names the one that follows.")
    private @Nullable String delimiter;

    @Option(
            names = "--node-field",
            paramLabel = "NAME",
            description = "The member of JSON lines that names the node, where _causality does not.")
    private @Nullable String nodeField;

    /**
     * Calls {@code action} with each execution's name and graph, then reports what was left out.
     *
     * @return whether everything could be used
     */
    boolean forEach(PrintWriter err, BiConsumer<String, CausalGraph> action) throws IOException {
        LogReader reader = new LogReader(options());
        boolean complete = true;
        int events = 0;
        for (var execution :
                reader.read(files.stream().map(LogFiles::source).toList()).entrySet()) {
            CausalGraph graph = execution.getValue();
            action.accept(execution.getKey(), graph);
            complete &= report(graph, err);
            events += graph.size();
        }
        if (events == 0) {
            err.println("clockwork: no event was found in " + String.join(", ", files));
        }
        return complete && events > 0;
    }

    private ReadOptions options() {
        ReadOptions standard = ReadOptions.standard();
        return new ReadOptions(
                standard.format(),
                Optional.ofNullable(parser),
                Optional.ofNullable(delimiter),
                Optional.ofNullable(nodeField),
                standard.keepFields(),
                standard.spanRules());
    }

    private static Source source(String file) {
        return file.equals("-") ? Source.stream("-", System.in) : Source.file(file);
    }

    /** Only what is missing from the answers; "check" tells the rest. */
    private static boolean report(CausalGraph graph, PrintWriter err) {
        List<Problem> leftOut = graph.problems().stream()
                .filter(problem -> problem.fault().leavesOut())
                .toList();
        leftOut.forEach(problem -> err.println("left out: " + problem));
        return leftOut.isEmpty();
    }
}
