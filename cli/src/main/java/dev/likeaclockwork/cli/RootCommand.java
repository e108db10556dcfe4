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
        description = "Says what caused what, and who raced, from logs of events with vector clocks.",
        footer = {
            "",
            "An EVENT is named by its id, as node:counter, or as file:line.",
            "Run 'clockwork COMMAND --help' for an example, 'clockwork demo' to see three real services race.",
            "Exit codes: 0 fine, 1 a finding, 2 bad usage or input."
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
