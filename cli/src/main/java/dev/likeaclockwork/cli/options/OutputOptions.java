// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.options;

import dev.likeaclockwork.cli.output.Output;
import dev.likeaclockwork.cli.output.Pager;
import dev.likeaclockwork.cli.output.Progress;
import dev.likeaclockwork.cli.output.Terminal;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options for the output of a command. */
public final class OutputOptions {
    @Option(names = "--json", description = "Print JSON, one object a line, instead of text.")
    private boolean json;

    @Option(names = "--no-pager", description = "Do not page the output through $PAGER or less.")
    private boolean noPager;

    public boolean isJson() {
        return json;
    }

    /** Opens the output of a command, which goes through a pager if it is long and standard output is a terminal. */
    public Output open(CommandSpec command) {
        Terminal terminal = TerminalProvider.terminalOf(command);
        Progress progress = Progress.on(command.commandLine().getErr(), terminal);
        if (!terminal.output() || noPager) {
            return Output.to(command.commandLine().getOut(), terminal, json, progress);
        }
        Pager pager = new Pager(command.commandLine().getOut(), Pager.command(System.getenv()), terminal.lines());
        return Output.to(pager, terminal, json, progress);
    }
}
