// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import dev.likeaclockwork.guard.verdict.Doubt;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The decision on an event whose effect the caller runs itself. If the event is admitted, the store has a durable
 * record that its effect is pending.
 *
 * <p>Exactly one of {@link #confirm} and {@link #abandon} has to follow an admitted event. If neither does, because the
 * process died, the redelivered event is {@linkplain Doubt#IN_DOUBT in doubt}. Thread-safe.
 */
public final class Admission {
    private final Histories histories;
    private final String key;
    private final Decision decision;
    private final Resolution resolution;
    private final AtomicBoolean ended = new AtomicBoolean();

    Admission(Histories histories, String key, Decision decision, Resolution resolution) {
        this.histories = histories;
        this.key = key;
        this.decision = decision;
        this.resolution = resolution;
    }

    /** The action on the event, and the reason for it. */
    public Decision decision() {
        return decision;
    }

    /** Whether the caller has to run the event's effect now. */
    public boolean isAdmitted() {
        return decision.isProcessed();
    }

    Resolution resolution() {
        return resolution;
    }

    /**
     * Records that the effect has happened.
     *
     * @throws IllegalStateException if the event was not admitted, or was confirmed or abandoned before
     */
    public void confirm() {
        end();
        histories.confirm(key, decision.judgement().event());
    }

    /**
     * Records that the effect has not happened and will not happen. The event is judged again when it is redelivered.
     *
     * @throws IllegalStateException if the event was not admitted, or was confirmed or abandoned before
     */
    public void abandon() {
        end();
        histories.abandon(key, decision.judgement().event());
    }

    private void end() {
        if (!isAdmitted() || !ended.compareAndSet(false, true)) {
            throw new IllegalStateException(
                    isAdmitted()
                            ? "the event was confirmed or abandoned before: " + decision
                            : "the event was not admitted: " + decision);
        }
    }
}
