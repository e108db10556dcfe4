// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.verdict;

/** The reason for the verdict {@link Verdict#UNKNOWN}. */
public enum Doubt {
    /** The event came without a timestamp, and its id was not seen before. */
    UNSTAMPED("the event came without a timestamp"),
    /** The evidence was forgotten because of a limit or by expiry. */
    FORGOTTEN("the evidence was forgotten"),
    /**
     * The effect of the event was begun and neither confirmed nor abandoned: the process crashed in between, or another
     * consumer is running it.
     */
    IN_DOUBT("its effect was begun and never confirmed"),
    /** The effect of the event is running in another thread of this process. */
    IN_PROGRESS("its effect is running in another thread"),
    /**
     * An event of this name was processed, with a timestamp that contradicts this one: a node id or event id was used
     * for two events.
     */
    NAME_REUSED("its name was processed with another timestamp");

    private final String text;

    Doubt(String text) {
        this.text = text;
    }

    /** The reason as a clause. */
    @Override
    public String toString() {
        return text;
    }
}
