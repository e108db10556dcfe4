// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import dev.likeaclockwork.guard.verdict.Judgement;
import dev.likeaclockwork.guard.verdict.Verdict;

/**
 * The action taken on an event, and the judgement that led to it. Immutable.
 *
 * @param action what was done with the event
 * @param judgement the verdict on the event, with its evidence
 */
public record Decision(Action action, Judgement judgement) {
    /** Whether the effect of the event ran, or has to run. */
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
