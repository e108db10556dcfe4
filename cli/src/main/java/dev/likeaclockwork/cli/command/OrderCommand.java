// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.command;

import dev.likeaclockwork.cli.options.LogFiles;
import dev.likeaclockwork.cli.output.Output;
import dev.likeaclockwork.cli.text.CausalOrder;
import dev.likeaclockwork.cli.text.Execution;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code clockwork order}. */
@Command(
        name = "order",
        description = "Lists all events, causes before effects, each in the lane of its node.",
        footer = {"", "Example: clockwork order order.jsonl payment.jsonl inventory.jsonl"})
final class OrderCommand extends LogCommand {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = LogFiles.DESCRIPTION)
    private List<String> files = List.of();

    @Override
    List<String> files() {
        return files;
    }

    @Override
    boolean answer(Execution execution, Output out) {
        execution.printName(out);
        CausalOrder.print(execution, out);
        return false;
    }
}
