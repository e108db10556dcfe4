// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli;

import dev.likeaclockwork.graph.write.GraphWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clockwork convert}. */
@Command(
        name = "convert",
        description = "Writes logs in another format, in causal order: for a diagram, or to be read again.",
        footer = {"", "Example: clockwork convert --to dot order.jsonl payment.jsonl | dot -Tsvg > run.svg"})
final class ConvertCommand extends LogCommand {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = LogFiles.DESCRIPTION)
    private List<String> files = List.of();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FORMAT",
            completionCandidates = Formats.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private String format = "";

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
    boolean answer(Execution execution, Output out) throws IOException {
        if (++executions > 1) {
            throw new IllegalArgumentException("there are several executions, and a file in format '" + format
                    + "' has one; --execution names one");
        }
        Writer data = out.data();
        GraphWriter.named(format).write(execution.graph(), data);
        data.flush();
        return false;
    }

    /** The names of all formats. */
    static final class Formats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return GraphWriter.all().stream().map(GraphWriter::name).iterator();
        }
    }
}
