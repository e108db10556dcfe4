// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import dev.likeaclockwork.VectorTimestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The histories of all keys, within their limits. Thread-safe. */
final class Histories {
    private final StateTable<KeyHistory> table;
    private final GuardLimits limits;
    private final InstantSource time;

    /** How far producers' clocks may be ahead. */
    private final Duration clockSkew;

    /** After how long nothing is delivered again; null for never. */
    private final @Nullable Duration horizon;

    /** Stands for this deduplicator in intents; positive. */
    private final long owner;

    Histories(StateTable<KeyHistory> table, CausalDeduplicator.Builder settings) {
        this.table = table;
        this.limits = settings.limits;
        this.time = settings.time;
        this.clockSkew = settings.clockSkew;
        this.horizon = settings.redeliveryHorizon;
        this.owner = settings.owner;
    }

    boolean joinsTransaction() {
        return table.joinsTransaction();
    }

    Judgement judge(String key, IncomingEvent event) {
        return of(table.read(key)).judge(event, owner);
    }

    List<EventStamp> latest(String key) {
        return List.copyOf(of(table.read(key)).frontier.stamps());
    }

    /** Judges, lets {@code step} decide under the key's lock, and remembers the event if the plan says so. */
    Decision decide(String key, IncomingEvent event, Function<Judgement, Plan> step) {
        return table.update(key, slot -> {
            KeyHistory history = of(slot);
            Judgement judgement = history.judge(event, owner);
            Plan plan = step.apply(judgement);
            Decision decision = new Decision(plan.action(), judgement);
            return plan.remembered()
                    ? Change.write(pruned(history.with(event.stamp())), decision)
                    : Change.keep(decision);
        });
    }

    /** Judges, and if the event is new, writes down that its effect begins. */
    Judgement beginIfNew(String key, IncomingEvent event) {
        return table.update(key, slot -> {
            KeyHistory history = of(slot);
            Judgement judgement = history.judge(event, owner);
            return judgement.verdict() == Verdict.NEW
                    ? Change.write(begun(history, event), judgement)
                    : Change.keep(judgement);
        });
    }

    /**
     * Writes down that an event's effect begins, or that it needs none; false if its judgement has changed meanwhile.
     */
    boolean begin(String key, IncomingEvent event, Judgement judged, Plan plan) {
        return table.update(key, slot -> {
            KeyHistory history = of(slot);
            if (!history.judge(event, owner).says(judged)) {
                return Change.keep(false);
            }
            return Change.write(plan.runs() ? begun(history, event) : pruned(history.with(event.stamp())), true);
        });
    }

    private KeyHistory begun(KeyHistory history, IncomingEvent event) {
        return pruned(history.withIntent(new Intent(event.stamp(), owner)));
    }

    void confirm(String key, EventStamp event) {
        table.update(key, slot -> Change.write(pruned(of(slot).with(event)), true));
    }

    void abandon(String key, EventStamp event) {
        table.update(key, slot -> Change.write(of(slot).withoutIntent(event.name()), true));
    }

    void forgetStable(String key, VectorTimestamp stable) {
        table.update(
                key,
                slot -> slot.state() == null
                        ? Change.keep(false)
                        : Change.write(Pruning.upTo(stable, limits, of(slot), now().plus(clockSkew)), true));
    }

    long expire(Instant before) {
        return table.expire(before);
    }

    private KeyHistory of(Slot<KeyHistory> slot) {
        Instant lostUntil = slot.lostUntil();
        if (slot.state() != null) {
            return isBeyondHorizon(slot.state().forgotten.until())
                    ? slot.state().withNothingForgotten()
                    : slot.state();
        }
        return lostUntil == null || isBeyondHorizon(lostUntil)
                ? KeyHistory.EMPTY
                : KeyHistory.lost(lostUntil.plus(clockSkew));
    }

    private boolean isBeyondHorizon(@Nullable Instant until) {
        return until != null && horizon != null && until.isBefore(now().minus(horizon));
    }

    private KeyHistory pruned(KeyHistory history) {
        return Pruning.within(limits, history, now().plus(clockSkew));
    }

    Instant now() {
        return time.instant();
    }
}
