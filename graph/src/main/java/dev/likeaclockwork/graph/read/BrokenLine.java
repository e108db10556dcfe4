// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.read;

/** A line, or another piece of a log, that is no event although it should be one. */
final class BrokenLine extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    BrokenLine(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** What is wrong, in words, with the value. */
    String reason() {
        return reason;
    }
}
