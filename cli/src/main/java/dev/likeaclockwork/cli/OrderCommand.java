// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code clockwork order}. */
@Command(
        name = "order",
        mixinStandardHelpOptions = true,
        description = "Prints all events, causes before effects, each in the lane of its node.",
        footer = {"", "Example: clockwork order order.jsonl payment.jsonl inventory.jsonl"})
final class OrderCommand implements Callable<Integer> {
    @Mixin
    private LogFiles files = new LogFiles();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        boolean complete = files.forEach(spec.commandLine().getErr(), (name, graph) -> {
            if (!name.isEmpty()) {
                out.println(Style.strong(name));
            }
            new LaneDiagram(graph).print(out);
        });
        return complete ? ClockworkCommand.FINE : ClockworkCommand.BAD_INPUT;
    }
}
