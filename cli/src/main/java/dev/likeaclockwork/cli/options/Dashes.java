// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.options;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Arguments that {@code --} separates into two groups. Because picocli drops the separator, its position is taken from
 * the original arguments.
 */
public final class Dashes {
    private Dashes() {}

    /** The arguments before the dashes; none if there are no dashes. */
    public static List<String> before(CommandSpec command, List<String> arguments) {
        return arguments.subList(0, place(command, arguments));
    }

    /** The arguments after the dashes; all if there are no dashes. */
    public static List<String> after(CommandSpec command, List<String> arguments) {
        return arguments.subList(place(command, arguments), arguments.size());
    }

    private static int place(CommandSpec command, List<String> arguments) {
        List<String> typed = command.root().commandLine().getParseResult().originalArgs();
        int dashes = typed.indexOf("--");
        return dashes < 0 ? 0 : Math.max(0, arguments.size() - (typed.size() - dashes - 1));
    }
}
