// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.output;

/** Nobody reads the output any more: the pager was left, or the program behind a pipe ended. */
public final class OutputGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutputGone() {
        super("nobody reads the output any more", null, false, false);
    }
}
