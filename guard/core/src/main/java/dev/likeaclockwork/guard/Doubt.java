// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

/** Why a verdict is {@link Verdict#UNKNOWN}. */
public enum Doubt {
    /** The event came without a timestamp, and its id was not seen. */
    UNSTAMPED("the event came without a timestamp"),
    /** What would tell was forgotten, because of a limit, or by expiry. */
    FORGOTTEN("the evidence was forgotten"),
    /** Its effect was begun and neither confirmed nor abandoned: a crash in between, or another consumer at work. */
    IN_DOUBT("its effect was begun and never confirmed"),
    /** Its effect is running, in another thread of this process. */
    IN_PROGRESS("its effect is running in another thread"),
    /**
     * An event of this name was processed, with a timestamp that this one cannot have: a node id or event id is used
     * twice.
     */
    NAME_REUSED("its name was processed with another timestamp");

    private final String text;

    Doubt(String text) {
        this.text = text;
    }

    /** The reason, as the end of a sentence. */
    @Override
    public String toString() {
        return text;
    }
}
