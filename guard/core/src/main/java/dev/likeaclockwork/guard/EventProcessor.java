// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import dev.likeaclockwork.guard.event.IncomingEvent;
import dev.likeaclockwork.guard.verdict.Judgement;
import dev.likeaclockwork.guard.verdict.Verdict;
import java.util.function.Function;

/** Runs an event's verdict, effect and memory so that a crash neither loses nor silently repeats it. Thread-safe. */
final class EventProcessor {
    /*
     * In a transaction of the caller, all three steps happen in that transaction, under the key's lock. Otherwise
     * the effect is recorded as pending, runs without any lock, and is then confirmed. After a crash in between, the
     * pending effect marks the redelivered event as in doubt. Resolutions are also chosen without a lock, since they
     * may call handlers; if the judgement has changed by the time the pending effect is recorded, the choice is made
     * again.
     */
    private final Histories histories;

    EventProcessor(Histories histories) {
        this.histories = histories;
    }

    /** Processes an event if it is new, and otherwise handles it as {@code resolver} chooses. */
    <E extends Exception> Decision process(
            String key, IncomingEvent event, Effect<E> effect, Function<Judgement, Resolution> resolver) throws E {
        return histories.joinsTransaction()
                ? processInTransaction(key, event, effect, resolver)
                : runAdmitted(admit(key, event, resolver), effect);
    }

    /** Handles any event, even a new one, as {@code resolver} chooses. */
    <E extends Exception> Decision resolve(
            String key, IncomingEvent event, Effect<E> effect, Function<Judgement, Resolution> resolver) throws E {
        return histories.joinsTransaction()
                ? processInTransaction(key, event, effect, resolver)
                : runAdmitted(admitResolved(key, event, resolver, histories.judge(key, event)), effect);
    }

    private <E extends Exception> Decision processInTransaction(
            String key, IncomingEvent event, Effect<E> effect, Function<Judgement, Resolution> resolver) throws E {
        return histories.decide(key, event, judgement -> {
            Resolution resolution = resolver.apply(judgement);
            if (resolution.runs()) {
                runUnchecked(resolution, effect);
            }
            return resolution;
        });
    }

    /** A checked exception of the effect passes the store's update and leaves a method that declares it. */
    private static <E extends Exception> void runUnchecked(Resolution resolution, Effect<E> effect) {
        @SuppressWarnings("unchecked")
        Effect<RuntimeException> unchecked = (Effect<RuntimeException>) (Effect<?>) effect;
        resolution.run(unchecked);
    }

    private <E extends Exception> Decision runAdmitted(Admission admission, Effect<E> effect) throws E {
        if (admission.isAdmitted()) {
            try {
                admission.resolution().run(effect);
            } catch (Throwable failure) {
                admission.abandon();
                throw failure;
            }
            admission.confirm();
        }
        return admission.decision();
    }

    /** The first step of {@link #process}, before the effect. */
    Admission admit(String key, IncomingEvent event, Function<Judgement, Resolution> resolver) {
        Judgement judgement = histories.beginIfNew(key, event);
        return judgement.verdict() == Verdict.NEW
                ? admission(key, judgement, Resolution.of(Action.PROCESS))
                : admitResolved(key, event, resolver, judgement);
    }

    private Admission admitResolved(
            String key, IncomingEvent event, Function<Judgement, Resolution> resolver, Judgement judgement) {
        for (Judgement now = judgement; ; now = histories.judge(key, event)) {
            Resolution resolution = resolver.apply(now);
            if (!resolution.isRemembered() || histories.begin(key, event, now, resolution)) {
                return admission(key, now, resolution);
            }
        }
    }

    private Admission admission(String key, Judgement judgement, Resolution resolution) {
        return new Admission(histories, key, new Decision(resolution.action(), judgement), resolution);
    }
}
