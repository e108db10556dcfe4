// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import java.util.function.Function;

/** Takes events through verdict, effect and memory, so that a crash anywhere neither loses nor repeats one unseen. Thread-safe. */
final class Processing {
    /*
     * In a transaction of the caller, all three happen in it, under the key's lock. Otherwise: the effect's beginning is
     * written down first, then it runs without any lock, then it is confirmed. A crash in between leaves the beginning,
     * by which the event is recognised when it comes again.
     */
    private final Histories histories;

    Processing(Histories histories) {
        this.histories = histories;
    }

    <E extends Exception> Decision process(
            String key, IncomingEvent event, Effect<E> effect, Function<Judgement, Plan> planner) throws E {
        return histories.joinsTransaction()
                ? processTogether(key, event, effect, planner)
                : processAround(key, event, effect, planner);
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

    private <E extends Exception> Decision processAround(
            String key, IncomingEvent event, Effect<E> effect, Function<Judgement, Plan> planner) throws E {
        Admission admission = admit(key, event, planner);
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

    /** Judges and plans without a lock, and starts over if the judgement has changed when the beginning is written down. */
    Admission admit(String key, IncomingEvent event, Function<Judgement, Plan> planner) {
        while (true) {
            Judgement judgement = histories.judge(key, event);
            Plan plan = planner.apply(judgement);
            if (!plan.remembered() || histories.begin(key, event, judgement, plan)) {
                return new Admission(histories, key, new Decision(plan.action(), judgement), plan);
            }
        }
    }

    /** What the effect throws comes out of the store's update as it is, and then out of a method that declares it. */
    private static <E extends Exception> void runUnchecked(Plan plan, Effect<E> effect) {
        @SuppressWarnings("unchecked")
        Effect<RuntimeException> unchecked = (Effect<RuntimeException>) (Effect<?>) effect;
        plan.run(unchecked);
    }
}
