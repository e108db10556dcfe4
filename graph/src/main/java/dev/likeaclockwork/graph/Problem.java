// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

/**
 * Something in a log that could not be used, and was left out.
 *
 * @param position where it stands
 * @param reason what is wrong, in words
 */
public record Problem(Position position, String reason) {
    /** {@code file:line: reason}. */
    @Override
    public String toString() {
        return position + ": " + reason;
    }
}
