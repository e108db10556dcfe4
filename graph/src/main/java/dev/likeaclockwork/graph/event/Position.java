// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.event;

/**
 * A line of a log file.
 *
 * @param file the file as the user named it
 * @param line from 1; 0 for the file as a whole
 */
public record Position(String file, int line) {
    /** {@code file:line}, as compilers print it. */
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
