// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.output;

/** The reader has closed the output: the user left the pager, or the program after the pipe ended. */
public final class OutputGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutputGone() {
        super("the reader closed the output", null, false, false);
    }
}
