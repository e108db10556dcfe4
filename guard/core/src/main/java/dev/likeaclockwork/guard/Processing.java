// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import java.util.function.Function;

/**
 * Takes events through verdict, effect and memory, so that a crash anywhere neither loses nor repeats one unseen.
 * Thread-safe.
 */
final class Processing {
    /*
     * In a transaction of the caller, all three happen in it, under the key's lock. Otherwise: the effect's beginning is
     * written down first, then it runs without any lock, then it is confirmed. A crash in between leaves the beginning,
     * by which the event is recognised when it comes again. Plans, too, are made without a lock, since they may ask
     * handlers; if the judgement has changed when the beginning is written down, a plan is made afresh.
     */
    private final Histories histories;

    Processing(Histories histories) {
        this.histories = histories;
    }

    /** Processes a new event, and any other as its plan says. */
    <E extends Exception> Decision process(
            String key, IncomingEvent event, Effect<E> effect, Function<Judgement, Plan> planner) throws E {
        return histories.joinsTransaction()
                ? processTogether(key, event, effect, planner)
                : processAround(admit(key, event, planner), effect);
    }

    /** Does with any event, a new one included, what its plan says. */
    <E extends Exception> Decision resolve(
            String key, IncomingEvent event, Effect<E> effect, Function<Judgement, Plan> planner) throws E {
        return histories.joinsTransaction()
                ? processTogether(key, event, effect, planner)
                : processAround(admitAsPlanned(key, event, planner, histories.judge(key, event)), effect);
    }

    private <E extends Exception> Decision processTogether(
            String key, IncomingEvent event, Effect<E> effect, Function<Judgement, Plan> planner) throws E {
        return histories.decide(key, event, judgement -> {
            Plan plan = planner.apply(judgement);
            if (plan.runs()) {
                runUnchecked(plan, effect);
            }
            return plan;
        });
    }

    /** What the effect throws comes out of the store's update as it is, and then out of a method that declares it. */
    private static <E extends Exception> void runUnchecked(Plan plan, Effect<E> effect) {
        @SuppressWarnings("unchecked")
        Effect<RuntimeException> unchecked = (Effect<RuntimeException>) (Effect<?>) effect;
        plan.run(unchecked);
    }

    private <E extends Exception> Decision processAround(Admission admission, Effect<E> effect) throws E {
        if (admission.isAdmitted()) {
            try {
                admission.plan().run(effect);
            } catch (Throwable failure) {
                admission.abandon();
                throw failure;
            }
            admission.confirm();
        }
        return admission.decision();
    }

    /** The beginning of what {@link #process} does. */
    Admission admit(String key, IncomingEvent event, Function<Judgement, Plan> planner) {
        Judgement judgement = histories.beginIfNew(key, event);
        return judgement.verdict() == Verdict.NEW
                ? admission(key, judgement, Plan.of(Action.PROCESS))
                : admitAsPlanned(key, event, planner, judgement);
    }

    private Admission admitAsPlanned(
            String key, IncomingEvent event, Function<Judgement, Plan> planner, Judgement judgement) {
        for (Judgement now = judgement; ; now = histories.judge(key, event)) {
            Plan plan = planner.apply(now);
            if (!plan.remembered() || histories.begin(key, event, now, plan)) {
                return admission(key, now, plan);
            }
        }
    }

    private Admission admission(String key, Judgement judgement, Plan plan) {
        return new Admission(histories, key, new Decision(plan.action(), judgement), plan);
    }
}
