// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli;

import dev.likeaclockwork.MalformedCausalityException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command itself, which only has subcommands. */
@Command(
        name = "clockwork",
        mixinStandardHelpOptions = true,
        version = "clockwork 0.1.0-SNAPSHOT",
        description = "Says what caused what, and who raced, from logs of events with vector clocks.",
        subcommands = {OrderCommand.class, RacesCommand.class, RelationCommand.class, StatsCommand.class},
        footer = {
            "",
            "Run 'clockwork demo' to see three real services race.",
            "Exit codes: 0 fine, 1 a finding, 2 bad usage or input."
        })
public final class ClockworkCommand implements Runnable {
    static final int FINE = 0;
    static final int FINDING = 1;
    static final int BAD_INPUT = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private ClockworkCommand() {}

    /** The command line with all its subcommands, printing to these writers. */
    public static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new ClockworkCommand())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((exception, command, parsed) -> {
                    command.getErr().println("clockwork: " + explain(exception));
                    return BAD_INPUT;
                });
    }

    private static String explain(Exception exception) throws Exception {
        if (exception instanceof NoSuchFileException missing) {
            return "no such file: " + missing.getFile();
        }
        if (exception instanceof IOException
                || exception instanceof MalformedCausalityException
                || exception instanceof IllegalArgumentException) {
            return String.valueOf(exception.getMessage());
        }
        throw exception;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
