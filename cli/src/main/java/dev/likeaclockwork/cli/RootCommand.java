// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli;

import dev.likeaclockwork.cli.options.TerminalProvider;
import dev.likeaclockwork.cli.output.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code clockwork} without a subcommand: prints the help. */
@Command(
        name = "clockwork",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        description = "Finds what caused what, and which services raced, in event logs with vector clocks.",
        footer = {
            "",
            "An EVENT is an event id, node:counter, or file:line.",
            "Run 'clockwork COMMAND --help' for an example, or 'clockwork demo' to watch three services race.",
            "Exit codes: 0 no finding, 1 a finding, 2 invalid usage or input."
        })
final class RootCommand implements Runnable, TerminalProvider {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RootCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Terminal terminal() {
        return terminal;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
