// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli;

import dev.likeaclockwork.cli.command.ExitCode;
import dev.likeaclockwork.cli.command.Subcommands;
import dev.likeaclockwork.cli.output.OutputGone;
import dev.likeaclockwork.cli.output.Terminal;
import dev.likeaclockwork.cli.output.Visible;
import dev.likeaclockwork.wire.MalformedCausalityException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;

/** Makes the {@code clockwork} command line: the root command, its subcommands, and how errors are reported. */
public final class ClockworkCommand {
    private static final int NARROWEST = 55;
    private static final int WIDEST = 120;

    private ClockworkCommand() {}

    /** Creates the command line with all its subcommands, which prints to these writers as to files. */
    public static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return commandLine(out, err, Terminal.none(), name -> true);
    }

    /**
     * Creates the command line, which prints to these writers.
     *
     * @param isNeeded whether the subcommand of a name may be run; the others get only a name and a description,
     *     because creating all of them takes most of the time of a short run
     */
    static CommandLine commandLine(PrintWriter out, PrintWriter err, Terminal terminal, Predicate<String> isNeeded) {
        CommandLine command = new CommandLine(new RootCommand(terminal));
        for (Class<?> type : Subcommands.ALL) {
            Command description = type.getAnnotation(Command.class);
            boolean needed = isNeeded.test(description.name());
            command.addSubcommand(description.name(), needed ? new CommandLine(type) : described(description));
        }
        command.setOut(out)
                .setErr(err)
                .setColorScheme(Help.defaultColorScheme(terminal.colours() ? Help.Ansi.ON : Help.Ansi.OFF))
                .setExecutionExceptionHandler((exception, failed, parsed) -> explain(exception, failed));
        return terminal.output()
                ? command.setUsageHelpWidth(Math.max(NARROWEST, Math.min(WIDEST, terminal.columns())))
                : command;
    }

    private static CommandSpec described(Command command) {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage().header(command.header()).description(command.description());
        return spec;
    }

    private static int explain(Exception exception, CommandLine failed) {
        if (exception instanceof OutputGone) {
            return ExitCode.OUTPUT_CLOSED;
        }
        if (exception instanceof IOException
                || exception instanceof MalformedCausalityException
                || exception instanceof IllegalArgumentException) {
            failed.getErr().println("clockwork: " + Visible.of(reason(exception)));
            return ExitCode.BAD_INPUT;
        }
        return reportInternalError(exception, failed.getErr());
    }

    private static String reason(Exception exception) {
        return exception instanceof NoSuchFileException missing
                ? "no such file: " + missing.getFile()
                : String.valueOf(exception.getMessage());
    }

    /** Reports a defect of the command itself, which no input should cause; its exit code is not that of a finding. */
    static int reportInternalError(Throwable error, PrintWriter err) {
        err.println("clockwork: internal error; please report it with this stack trace:");
        error.printStackTrace(err);
        return ExitCode.BAD_INPUT;
    }
}
