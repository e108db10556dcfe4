// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.command;

import dev.likeaclockwork.cli.options.Limit;
import dev.likeaclockwork.cli.options.LogFiles;
import dev.likeaclockwork.cli.output.Output;
import dev.likeaclockwork.cli.text.Diagnosis;
import dev.likeaclockwork.cli.text.Execution;
import dev.likeaclockwork.graph.event.Fault;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clockwork check}. */
@Command(
        name = "check",
        description = "Lists every fault of the logs, what it means, and how it affects the answers.",
        footer = {"", "Example: clockwork check order.jsonl payment.jsonl inventory.jsonl"})
final class CheckCommand extends LogCommand {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = LogFiles.DESCRIPTION)
    private List<String> files = List.of();

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = Limit.class,
            defaultValue = "10",
            description = "Print at most N places of each kind of fault; 0 for all (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Override
    List<String> files() {
        return files;
    }

    /** Faults are the answer of this command; only an unreadable input makes it incomplete. */
    @Override
    boolean spoils(Fault fault) {
        return fault == Fault.UNREADABLE_INPUT;
    }

    @Override
    boolean answer(Execution execution, Output out) {
        execution.printName(out);
        return new Diagnosis(limit).print(execution, out);
    }
}
