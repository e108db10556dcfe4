// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The first of the two steps around an effect: the decision on an event, and if it is to be processed, a durable note
 * that its effect begins.
 *
 * <p>Exactly one of {@link #confirm} and {@link #abandon} should follow an admitted event. If neither does, because the
 * process died, the event is {@linkplain Doubt#IN_DOUBT in doubt} when it comes again. Thread-safe.
 */
public final class Admission {
    private final Histories histories;
    private final String key;
    private final Decision decision;
    private final Plan plan;
    private final AtomicBoolean ended = new AtomicBoolean();

    Admission(Histories histories, String key, Decision decision, Plan plan) {
        this.histories = histories;
        this.key = key;
        this.decision = decision;
        this.plan = plan;
    }

    /** What is done with the event, and why. */
    public Decision decision() {
        return decision;
    }

    /** Whether the caller should now run the event's effect. */
    public boolean isAdmitted() {
        return decision.isProcessed();
    }

    Plan plan() {
        return plan;
    }

    /**
     * Remembers that the effect has happened.
     *
     * @throws IllegalStateException if the event was not admitted, or its outcome was said before
     */
    public void confirm() {
        end();
        histories.confirm(key, decision.judgement().event());
    }

    /**
     * Remembers that the effect has not happened, and will not: the event is judged afresh when it comes again.
     *
     * @throws IllegalStateException if the event was not admitted, or its outcome was said before
     */
    public void abandon() {
        end();
        histories.abandon(key, decision.judgement().event());
    }

    private void end() {
        if (!isAdmitted() || !ended.compareAndSet(false, true)) {
            throw new IllegalStateException(
                    isAdmitted()
                            ? "the outcome was said before: " + decision
                            : "the event was not admitted: " + decision);
        }
    }
}
