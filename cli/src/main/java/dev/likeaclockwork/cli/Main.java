// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** Runs the {@code clockwork} command as a program. */
public final class Main {
    private Main() {}

    /** Runs the command, and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.of(System.getProperties(), System.getenv());
        Set<String> words = Set.copyOf(Arrays.asList(arguments));
        System.exit(ClockworkCommand.commandLine(
                        writer(FileDescriptor.out),
                        writer(FileDescriptor.err),
                        terminal,
                        name -> words.contains(name) || words.contains("completion"))
                .execute(arguments));
    }

    /** A writer of UTF-8, whatever the platform's encoding. */
    public static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
