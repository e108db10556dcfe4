// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.command;

import dev.likeaclockwork.cli.options.Limit;
import dev.likeaclockwork.cli.options.LogFiles;
import dev.likeaclockwork.cli.options.RaceFilter;
import dev.likeaclockwork.cli.output.Output;
import dev.likeaclockwork.cli.text.CausalOrder;
import dev.likeaclockwork.cli.text.Diagnosis;
import dev.likeaclockwork.cli.text.Execution;
import dev.likeaclockwork.cli.text.RaceList;
import dev.likeaclockwork.graph.event.Fault;
import dev.likeaclockwork.graph.findings.Race;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clockwork report}: {@code check}, {@code order} and {@code races} on one reading of the logs. */
@Command(
        name = "report",
        description = "Runs check, order and races, and reads the logs only once.",
        footer = {"", "Example: clockwork report order.jsonl payment.jsonl inventory.jsonl"})
final class ReportCommand extends LogCommand {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = LogFiles.DESCRIPTION)
    private List<String> files = List.of();

    @Mixin
    private RaceFilter filter = new RaceFilter();

    private final RaceList races = new RaceList(filter::of);

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = Limit.class,
            defaultValue = "10",
            description =
                    "Print at most N races and N places of each kind of fault; 0 for all (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Override
    List<String> files() {
        return files;
    }

    /** Faults are part of the answer, as for {@code check}. */
    @Override
    boolean spoils(Fault fault) {
        return fault == Fault.UNREADABLE_INPUT;
    }

    @Override
    boolean answer(Execution execution, Output out) {
        execution.printName(out);
        boolean faulty = new Diagnosis(limit).print(execution, out);
        separate(out);
        CausalOrder.print(execution, out);
        separate(out);
        List<Race> found = races.find(execution, out);
        races.print(execution, found, limit == 0 ? Integer.MAX_VALUE : limit, out);
        return faulty || !found.isEmpty();
    }

    @Override
    boolean conclude(Output out) {
        races.conclude(out);
        return false;
    }

    private static void separate(Output out) {
        if (!out.isJson()) {
            out.line("");
        }
    }
}
