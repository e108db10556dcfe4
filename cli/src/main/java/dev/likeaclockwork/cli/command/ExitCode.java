// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.command;

/** The exit codes of the command. */
public final class ExitCode {

    /** The command answered, and found nothing wrong. */
    public static final int OK = 0;

    /** The command answered, and the answer is a finding. */
    public static final int FINDING = 1;

    /** The arguments are wrong, or the answer lacks something that the input contains. */
    public static final int BAD_INPUT = 2;

    /** The reader of the output closed it: 128 plus the number of SIGPIPE, as shells report it. */
    public static final int OUTPUT_CLOSED = 141;

    private ExitCode() {}
}
