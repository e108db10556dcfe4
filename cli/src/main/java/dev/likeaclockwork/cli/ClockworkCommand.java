// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli;

import dev.likeaclockwork.wire.MalformedCausalityException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command itself, which only has subcommands. */
@Command(
        name = "clockwork",
        mixinStandardHelpOptions = true,
        version = "clockwork 0.1.0-SNAPSHOT",
        description = "Says what caused what, and who raced, from logs of events with vector clocks.",
        footer = {
            "",
            "An EVENT is named by its id, as node:counter, or as file:line.",
            "Run 'clockwork COMMAND --help' for an example, 'clockwork demo' to see three real services race.",
            "Exit codes: 0 fine, 1 a finding, 2 bad usage or input."
        })
public final class ClockworkCommand implements Runnable {
    static final int FINE = 0;
    static final int FINDING = 1;
    static final int BAD_INPUT = 2;

    /** As shells have it for a program that ends because nobody reads its output: 128 and the number of SIGPIPE. */
    static final int OUTPUT_GONE = 141;

    /** In the order of the help. */
    private static final List<Class<?>> SUBCOMMANDS = List.of(
            ReportCommand.class,
            CheckCommand.class,
            OrderCommand.class,
            RacesCommand.class,
            ExplainCommand.class,
            PastCommand.class,
            FutureCommand.class,
            BetweenCommand.class,
            ConcurrentWithCommand.class,
            CutCommand.class,
            AssertCommand.class,
            DiffCommand.class,
            StatsCommand.class,
            ConvertCommand.class,
            RelationCommand.class,
            CompletionCommand.class);

    private static final int NARROWEST = 55;
    private static final int WIDEST = 120;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private ClockworkCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command line with all its subcommands, printing to these writers as to files. */
    public static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return commandLine(out, err, Terminal.none(), name -> true);
    }

    /**
     * The command line, printing to these writers.
     *
     * @param isNeeded whether the subcommand of a name may be run; of others there is only the name and the
     *     description, because making a whole one takes most of the time of a short run
     */
    static CommandLine commandLine(PrintWriter out, PrintWriter err, Terminal terminal, Predicate<String> isNeeded) {
        CommandLine command = new CommandLine(new ClockworkCommand(terminal));
        for (Class<?> type : SUBCOMMANDS) {
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

    /** The terminal that a command and its subcommands print to. */
    static Terminal terminal(CommandSpec command) {
        return ((ClockworkCommand) command.root().userObject()).terminal;
    }

    private static int explain(Exception exception, CommandLine failed) {
        if (exception instanceof OutputGone) {
            return OUTPUT_GONE;
        }
        if (exception instanceof IOException
                || exception instanceof MalformedCausalityException
                || exception instanceof IllegalArgumentException) {
            failed.getErr().println("clockwork: " + Visible.of(reason(exception)));
            return BAD_INPUT;
        }
        return reportMistake(exception, failed.getErr());
    }

    private static String reason(Exception exception) {
        return exception instanceof NoSuchFileException missing
                ? "no such file: " + missing.getFile()
                : String.valueOf(exception.getMessage());
    }

    /** Reports what should not happen, whatever the input; it is no finding. */
    static int reportMistake(Throwable mistake, PrintWriter err) {
        err.println("clockwork: this is a mistake of the command itself; please report it with all that follows");
        mistake.printStackTrace(err);
        return BAD_INPUT;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
