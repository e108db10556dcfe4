// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.input;

/** One kind of log: how it is recognised, and how it is read. */
public interface LogFormat {
    /** The name by which a user can force this format. */
    String name();

    /**
     * Whether an input begins in this format. {@code head} is its first text, of a length of at most some thousands.
     */
    boolean recognises(String head);

    /** Whether {@link #recognises} accepts every input, so that an input without events is of no known format. */
    default boolean recognisesEverything() {
        return false;
    }

    /** Reads an input to its end, in the order of the log. Never throws for what it reads. */
    void read(Input input, InputCollector findings);
}
