// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

/**
 * What became of an event, and why. Immutable.
 *
 * @param action what was done with it
 * @param judgement what it is to the events before it
 */
public record Decision(Action action, Judgement judgement) {
    /** Whether its effect ran, or is to run. */
    public boolean isProcessed() {
        return action == Action.PROCESS;
    }

    /** The verdict of the judgement. */
    public Verdict verdict() {
        return judgement.verdict();
    }

    /** Action and judgement in one sentence. */
    @Override
    public String toString() {
        return action + " (" + judgement + ")";
    }
}
