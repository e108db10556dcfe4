// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli;

import dev.likeaclockwork.cli.command.ExitCode;
import dev.likeaclockwork.cli.output.StandardOutput;
import dev.likeaclockwork.cli.output.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import picocli.CommandLine;

/** Runs the {@code clockwork} command as a program. */
public final class Main {
    /** The number of frames that are printed of a stack overflow; the others repeat. */
    private static final int FRAMES = 30;

    private Main() {}

    /** Runs the command, and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.of(System.getProperties(), System.getenv());
        Set<String> words = Set.copyOf(Arrays.asList(arguments));
        StandardOutput out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        PrintWriter printer = new PrintWriter(out, true, StandardCharsets.UTF_8);
        PrintWriter err = writer(FileDescriptor.err);
        CommandLine command = ClockworkCommand.commandLine(
                printer, err, terminal, name -> words.contains(name) || words.contains("completion"));
        int code = execute(command, arguments, err);
        printer.flush();
        System.exit(out.isWhole() ? code : notWritten(out, err));
    }

    /** The exit code if the output cannot be written: an error, unless the reader closed the pipe. */
    static int notWritten(StandardOutput out, PrintWriter err) {
        if (out.isGone()) {
            return ExitCode.OUTPUT_CLOSED;
        }
        err.println("clockwork: cannot write the output: " + out.reason());
        return ExitCode.BAD_INPUT;
    }

    /** Runs the command, and returns its exit code; input that does not fit into memory counts as bad input. */
    static int execute(CommandLine command, String[] arguments, PrintWriter err) {
        try {
            return command.execute(arguments);
        } catch (OutOfMemoryError e) {
            err.println("clockwork: the logs do not fit into "
                    + (Runtime.getRuntime().maxMemory() >> 20)
                    + " MiB of memory; set JDK_JAVA_OPTIONS=-Xmx4g for 4 GiB");
            return ExitCode.BAD_INPUT;
        } catch (StackOverflowError e) {
            e.setStackTrace(Arrays.copyOf(e.getStackTrace(), FRAMES));
            return ClockworkCommand.reportInternalError(e, err);
        }
    }

    /** Creates a writer in UTF-8, independent of the platform's encoding. */
    public static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
