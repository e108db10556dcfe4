// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli;

import dev.likeaclockwork.graph.EventLog;
import dev.likeaclockwork.graph.read.LogReader;
import dev.likeaclockwork.graph.read.Sources;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a command reads its files. */
final class LogFiles {
    static final String DESCRIPTION = "Event logs; - is standard input.";

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

    @Option(names = "--execution", paramLabel = "NAME", description = "Only the execution of this name.")
    private @Nullable String execution;

    /** Takes one execution after the other. */
    interface Action {
        /** Takes an execution. */
        void accept(Execution execution) throws IOException;
    }

    /** Calls {@code action} with each execution of the files. */
    void forEach(List<String> files, Progress progress, Action action) throws IOException {
        LogReader reader = new LogReader(
                Optional.ofNullable(parser), Optional.ofNullable(delimiter), Optional.ofNullable(nodeField));
        progress.phase("reading " + Amounts.of(files.size(), "file"), files.size());
        List<EventLog> logs = reader.read(
                files.stream().map(file -> watched(source(file), progress)).toList());
        for (EventLog log : logs) {
            if (execution == null || execution.equals(log.name())) {
                progress.phase("ordering " + Amounts.of(log.events().size(), "event"), 0);
                action.accept(new Execution(log.name(), log.graph()));
            }
        }
    }

    private static LogReader.Source source(String file) {
        return file.equals("-") ? Sources.stream("-", System.in) : Sources.file(file);
    }

    private static LogReader.Source watched(LogReader.Source source, Progress progress) {
        return new LogReader.Source() {
            @Override
            public String name() {
                return source.name();
            }

            @Override
            public String text() throws IOException {
                String text = source.text();
                progress.add(1);
                return text;
            }
        };
    }
}
