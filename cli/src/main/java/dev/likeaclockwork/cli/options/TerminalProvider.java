// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.options;

import dev.likeaclockwork.cli.output.Terminal;
import picocli.CommandLine.Model.CommandSpec;

/** The root command, from which subcommands get the terminal that they print to. */
public interface TerminalProvider {

    /** The terminal of this run. */
    Terminal terminal();

    /** The terminal that the root of a command provides. */
    static Terminal terminalOf(CommandSpec command) {
        return ((TerminalProvider) command.root().userObject()).terminal();
    }
}
