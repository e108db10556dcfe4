// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How an event that was judged is handled: by the policy, or by a {@link ConflictHandler}. Immutable. */
public final class Resolution {
    private static final Resolution KEEP_BOTH = new Resolution(Action.PROCESS, true, null);
    private static final Resolution REJECT = new Resolution(Action.DROP, true, null);
    private static final Resolution LEAVE = new Resolution(Action.QUEUE, false, null);

    private final Action action;

    /** Whether the event counts as processed from now on. */
    private final boolean remembered;

    /** The effect that replaces the event's own; null for its own. */
    private final @Nullable Runnable merge;

    private Resolution(Action action, boolean remembered, @Nullable Runnable merge) {
        this.action = action;
        this.remembered = remembered;
        this.merge = merge;
    }

    /** Processes the event like any other, beside those that it conflicts with. */
    public static Resolution keepBoth() {
        return KEEP_BOTH;
    }

    /** Drops the event for good: a redelivery of it is a duplicate. */
    public static Resolution reject() {
        return REJECT;
    }

    /** Leaves the event in the queue. */
    public static Resolution leave() {
        return LEAVE;
    }

    /** Processes the event by an effect that merges it with the current state, instead of its own effect. */
    public static Resolution merge(Runnable merge) {
        return new Resolution(Action.PROCESS, true, Objects.requireNonNull(merge, "merge"));
    }

    /** The resolution by which a policy takes an action: only a processed event is remembered. */
    static Resolution of(Action action) {
        return new Resolution(action, action == Action.PROCESS, null);
    }

    Action action() {
        return action;
    }

    boolean isRemembered() {
        return remembered;
    }

    /** Whether an effect has to run. */
    boolean runs() {
        return action == Action.PROCESS;
    }

    /** Runs the event's own effect, or the merge that replaces it. */
    <E extends Exception> void run(Effect<E> effect) throws E {
        if (merge != null) {
            merge.run();
        } else {
            effect.run();
        }
    }
}
