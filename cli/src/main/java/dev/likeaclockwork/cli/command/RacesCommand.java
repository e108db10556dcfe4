// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.command;

import dev.likeaclockwork.cli.options.Limit;
import dev.likeaclockwork.cli.options.LogFiles;
import dev.likeaclockwork.cli.options.RaceFilter;
import dev.likeaclockwork.cli.output.Output;
import dev.likeaclockwork.cli.text.Execution;
import dev.likeaclockwork.cli.text.RaceList;
import dev.likeaclockwork.graph.findings.Race;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clockwork races}. */
@Command(
        name = "races",
        description = "Finds concurrent accesses of the same resource, and what would have ordered them.",
        footer = {"", "Example: clockwork races --resource 'product:*' order.jsonl payment.jsonl inventory.jsonl"})
final class RacesCommand extends LogCommand {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = LogFiles.DESCRIPTION)
    private List<String> files = List.of();

    @Mixin
    private RaceFilter filter = new RaceFilter();

    private final RaceList races = new RaceList(filter::of);

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = Limit.class,
            description = "Print at most N races, the most severe ones.")
    private int limit = Integer.MAX_VALUE;

    @Override
    List<String> files() {
        return files;
    }

    @Override
    boolean answer(Execution execution, Output out) {
        List<Race> found = races.find(execution, out);
        if (!found.isEmpty()) {
            execution.printName(out);
        }
        races.print(execution, found, limit, out);
        return !found.isEmpty();
    }

    @Override
    boolean conclude(Output out) {
        races.conclude(out);
        return false;
    }
}
