// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.options;

import dev.likeaclockwork.cli.output.Progress;
import dev.likeaclockwork.cli.output.WatchedStream;
import dev.likeaclockwork.cli.text.Amounts;
import dev.likeaclockwork.cli.text.Execution;
import dev.likeaclockwork.formats.LogReader;
import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.formats.options.Source;
import dev.likeaclockwork.formats.spans.SpanRules;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.GraphBuilder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for reading logs, and the reading itself. */
public final class LogFiles {
    public static final String DESCRIPTION = "Event logs; - is standard input.";

    @Option(
            names = "--parser",
            paramLabel = "REGEX",
            description = "A JavaScript regex with the groups host, clock and event, as in ShiViz.")
    private @Nullable String parser;

    @Option(
            names = "--delimiter",
            paramLabel = "REGEX",
            description = "A JavaScript regex that separates executions; its group trace names the next one.")
    private @Nullable String delimiter;

    @Option(
            names = "--node-field",
            paramLabel = "NAME",
            description = "The member of a JSON line that names the node, if _causality does not.")
    private @Nullable String nodeField;

    @Option(names = "--execution", paramLabel = "NAME", description = "Read only the execution of this name.")
    private @Nullable String execution;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            completionCandidates = FormatNames.class,
            description = "The format of all files, instead of detecting it: one of ${COMPLETION-CANDIDATES}.")
    private @Nullable String format;

    @Option(
            names = "--span-rules",
            paramLabel = "FILE",
            description = "Rules that derive accesses and waits from spans; see docs/log-formats.md.")
    private @Nullable String spanRules;

    /** An action for each execution of the logs. */
    public interface Action {
        /** Handles one execution. */
        void accept(Execution execution) throws IOException;
    }

    /** Calls {@code action} with each execution of the files. */
    public void forEach(List<String> files, boolean keepFields, Progress progress, Action action) throws IOException {
        LogReader reader = new LogReader(options(keepFields));
        progress.phase("reading " + Amounts.of(files.size(), "file"), size(files));
        Map<String, GraphBuilder> builders = new LinkedHashMap<>();
        reader.read(
                files.stream().map(file -> watched(file, progress)).toList(),
                name -> builders.computeIfAbsent(name, n -> CausalGraph.builder()));
        if (execution != null && !builders.containsKey(execution)) {
            throw new IllegalArgumentException("there is no execution '" + execution + "'; the logs contain '"
                    + String.join("', '", builders.keySet()) + "'");
        }
        for (Iterator<Map.Entry<String, GraphBuilder>> rest =
                        builders.entrySet().iterator();
                rest.hasNext(); ) {
            Map.Entry<String, GraphBuilder> next = rest.next();
            rest.remove();
            if (execution == null || execution.equals(next.getKey())) {
                progress.phase("ordering events", 0);
                action.accept(new Execution(next.getKey(), next.getValue().build()));
            }
        }
    }

    private ReadOptions options(boolean keepFields) throws IOException {
        return new ReadOptions(
                Optional.ofNullable(format),
                Optional.ofNullable(parser),
                Optional.ofNullable(delimiter),
                Optional.ofNullable(nodeField),
                keepFields,
                spanRules == null ? SpanRules.standard() : SpanRules.parse(TextFiles.read(spanRules)));
    }

    /** The total size of the files in bytes, or 0 if the size of one is unknown. */
    private static long size(List<String> files) {
        long size = 0;
        for (String file : files) {
            long own = new File(file).length();
            if (own == 0) {
                return 0;
            }
            size += own;
        }
        return size;
    }

    private static Source watched(String file, Progress progress) {
        Source source = file.equals("-") ? Source.stream("-", System.in) : Source.file(file);
        return new Source() {
            @Override
            public String name() {
                return source.name();
            }

            @Override
            public InputStream open() throws IOException {
                return new WatchedStream(source.open(), progress);
            }
        };
    }

    /** The names of all formats. */
    public static final class FormatNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return LogReader.formats().iterator();
        }
    }
}
