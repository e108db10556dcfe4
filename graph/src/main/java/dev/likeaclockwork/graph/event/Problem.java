// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.event;

/**
 * A fault at one place of a log.
 *
 * @param fault its kind
 * @param position where it stands
 * @param detail what exactly is wrong, in words, with the values
 */
public record Problem(Fault fault, Position position, String detail) {
    /** {@code file:line: detail}. */
    @Override
    public String toString() {
        return position + ": " + detail;
    }
}
