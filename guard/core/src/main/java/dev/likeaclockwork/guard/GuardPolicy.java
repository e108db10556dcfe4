// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import dev.likeaclockwork.guard.verdict.Verdict;
import java.util.Objects;

/**
 * The action of a deduplicator for each verdict. New events are always processed, and duplicates always dropped.
 * Immutable.
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
     * The policy for events that each carry the whole state of their key: a late event is outdated, and is dropped. If
     * events carry changes instead, this policy loses late ones; use {@link #operations}.
     *
     * @param unknown the action where evidence is missing: to process may repeat an effect, to drop may lose one
     * @throws IllegalArgumentException if the action is {@link Action#DEFER}
     */
    public static GuardPolicy fullState(Action unknown) {
        return new GuardPolicy(Action.DROP, Action.QUEUE, unknown);
    }

    /**
     * The policy for events that each carry a change of their key, such as "add 5": a late event is processed.
     *
     * @param unknown the action where evidence is missing: to process may repeat an effect, to drop may lose one
     * @throws IllegalArgumentException if the action is {@link Action#DEFER}
     */
    public static GuardPolicy operations(Action unknown) {
        return new GuardPolicy(Action.PROCESS, Action.QUEUE, unknown);
    }

    /**
     * This policy with another action for concurrent events, which are queued by default.
     *
     * @throws IllegalArgumentException if the action is {@link Action#DEFER}
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

    /** The action for events with a verdict. */
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
