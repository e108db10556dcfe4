// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import org.jspecify.annotations.Nullable;

/**
 * What is to be done with a judged event. Immutable.
 *
 * @param action what the caller is told
 * @param remembered whether it counts as processed from then on
 * @param merge the effect that takes the place of its own; null for its own, if the action is to process it
 */
record Plan(Action action, boolean remembered, @Nullable Runnable merge) {
    /** What a policy says: an event that is processed is remembered. */
    static Plan of(Action action) {
        return new Plan(action, action == Action.PROCESS, null);
    }

    /** What a handler says: a rejected event is remembered, too. */
    static Plan of(Resolution resolution) {
        return new Plan(
                resolution.action(),
                resolution.action() != Action.QUEUE,
                resolution.merge().orElse(null));
    }

    /** An event whose effect is there already. */
    static Plan remember() {
        return new Plan(Action.DROP, true, null);
    }

    boolean runs() {
        return action == Action.PROCESS;
    }

    <E extends Exception> void run(Effect<E> effect) throws E {
        if (merge != null) {
            merge.run();
        } else {
            effect.run();
        }
    }
}
