// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import java.util.Objects;

/**
 * What a deduplicator does with each verdict. New events are processed and duplicates are dropped, always. Immutable.
 */
public final class GuardPolicy {
    private final Action stale;
    private final Action concurrent;
    private final Action unknown;

    private GuardPolicy(Action stale, Action concurrent, Action unknown) {
        this.stale = stale;
        this.concurrent = concurrent;
        this.unknown = decision("unknown", unknown);
    }

    /**
     * For events that each carry the whole state of their key: a late one says nothing that is not known, and is
     * dropped. Of events that each carry a change, this would lose one; use {@link #operations}.
     *
     * @param unknown what is done where the evidence is missing: to process may repeat an effect, to drop may lose one
     * @throws IllegalArgumentException if it is {@link Action#DEFER}
     */
    public static GuardPolicy fullState(Action unknown) {
        return new GuardPolicy(Action.DROP, Action.QUEUE, unknown);
    }

    /**
     * For events that each carry a change of their key, such as "add 5": a late one is processed all the same.
     *
     * @param unknown what is done where the evidence is missing: to process may repeat an effect, to drop may lose one
     * @throws IllegalArgumentException if it is {@link Action#DEFER}
     */
    public static GuardPolicy operations(Action unknown) {
        return new GuardPolicy(Action.PROCESS, Action.QUEUE, unknown);
    }

    /**
     * This policy with another action for concurrent events, which are queued otherwise.
     *
     * @throws IllegalArgumentException if it is {@link Action#DEFER}
     */
    public GuardPolicy withConcurrent(Action concurrent) {
        return new GuardPolicy(stale, decision("concurrent", concurrent), unknown);
    }

    private static Action decision(String parameter, Action action) {
        if (Objects.requireNonNull(action, parameter) == Action.DEFER) {
            throw new IllegalArgumentException(parameter + " must be PROCESS, DROP or QUEUE, but is DEFER");
        }
        return action;
    }

    /** What is done with events of a verdict. */
    public Action action(Verdict verdict) {
        return switch (verdict) {
            case NEW -> Action.PROCESS;
            case DUPLICATE -> Action.DROP;
            case STALE -> stale;
            case CONCURRENT -> concurrent;
            case UNKNOWN -> unknown;
        };
    }
}
