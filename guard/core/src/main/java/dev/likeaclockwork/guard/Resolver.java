// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import dev.likeaclockwork.guard.event.IncomingEvent;
import dev.likeaclockwork.guard.verdict.Doubt;
import dev.likeaclockwork.guard.verdict.Judgement;
import dev.likeaclockwork.guard.verdict.Verdict;
import java.time.InstantSource;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the resolution of a judged event from the settings of a deduplicator. Thread-safe.
 *
 * @param wasApplied tests whether an effect in doubt has happened; null if this cannot be tested
 */
record Resolver(
        GuardPolicy policy,
        ConflictHandler handler,
        @Nullable Predicate<? super IncomingEvent> wasApplied,
        InstantSource time) {
    Resolution resolve(String key, IncomingEvent event, Judgement judgement) {
        if (judgement.isUnknownBecause(Doubt.IN_PROGRESS)) {
            return Resolution.of(Action.DEFER);
        }
        if (judgement.isUnknownBecause(Doubt.IN_DOUBT) && wasApplied != null) {
            // an effect that has happened needs no second run, but the event has to be remembered
            return wasApplied.test(event) ? Resolution.reject() : Resolution.of(Action.PROCESS);
        }
        Action action = policy.action(judgement.verdict());
        return action == Action.QUEUE && judgement.verdict() == Verdict.CONCURRENT
                ? handler.resolve(new Conflict(key, event, judgement, time.instant()))
                : Resolution.of(action);
    }
}
