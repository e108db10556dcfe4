// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.command;

import dev.likeaclockwork.cli.options.LogFiles;
import dev.likeaclockwork.cli.output.Output;
import dev.likeaclockwork.cli.text.Execution;
import dev.likeaclockwork.formats.Formats;
import dev.likeaclockwork.formats.output.GraphWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clockwork convert}. */
@Command(
        name = "convert",
        description = "Converts logs to another format, in causal order.",
        footer = {"", "Example: clockwork convert --to dot order.jsonl payment.jsonl | dot -Tsvg > run.svg"})
final class ConvertCommand extends LogCommand {
    private static final String JSON = "json";

    @Parameters(arity = "1..*", paramLabel = "FILE", description = LogFiles.DESCRIPTION)
    private List<String> files = List.of();

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            completionCandidates = FormatNames.class,
            description = "One of ${COMPLETION-CANDIDATES}; --json is short for --to json.")
    private @Nullable String format;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private @Nullable GraphWriter writer;
    private int executions;

    @Override
    List<String> files() {
        return files;
    }

    @Override
    boolean keepsFields() {
        return true;
    }

    @Override
    void prepare() {
        writer = writer();
    }

    @Override
    boolean answer(Execution execution, Output out) throws IOException {
        GraphWriter writer = Objects.requireNonNull(this.writer, "prepared");
        if (++executions > 1) {
            throw new IllegalArgumentException("the logs contain several executions, but a file in format '"
                    + writer.name() + "' holds one; choose it with --execution");
        }
        Writer data = out.data();
        writer.write(execution.graph(), data);
        data.flush();
        return false;
    }

    private GraphWriter writer() {
        if (format == null && !isJson()) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '--to=FORMAT'");
        }
        GraphWriter named = Formats.writer(format == null ? JSON : format);
        if (isJson() && !named.name().equals(JSON)) {
            throw new ParameterException(
                    spec.commandLine(), "--json is short for --to json and excludes --to " + named.name());
        }
        return named;
    }

    /** The names of all formats. */
    static final class FormatNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Formats.writers().stream().map(GraphWriter::name).iterator();
        }
    }
}
