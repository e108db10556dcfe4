// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import java.time.InstantSource;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Says what is to be done with judged events. Thread-safe.
 *
 * @param wasApplied tells whether an effect that is in doubt has happened; null if nobody knows
 */
record Planner(
        GuardPolicy policy,
        ConflictHandler handler,
        @Nullable Predicate<? super IncomingEvent> wasApplied,
        InstantSource time) {
    Plan plan(String key, IncomingEvent event, Judgement judgement) {
        if (judgement.isInProgress()) {
            return Plan.of(Action.DEFER);
        }
        if (judgement.isInDoubt() && wasApplied != null) {
            return wasApplied.test(event) ? Plan.remember() : Plan.of(Action.PROCESS);
        }
        Action action = policy.action(judgement.verdict());
        return action == Action.QUEUE && judgement.verdict() == Verdict.CONCURRENT
                ? Plan.of(handler.resolve(new Conflict(key, event, judgement, time.instant())))
                : Plan.of(action);
    }
}
