// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.history;

import static dev.likeaclockwork.guard.verdict.Verdict.CONCURRENT;
import static dev.likeaclockwork.guard.verdict.Verdict.DUPLICATE;
import static dev.likeaclockwork.guard.verdict.Verdict.NEW;
import static dev.likeaclockwork.guard.verdict.Verdict.STALE;

import dev.likeaclockwork.CausalityRelation;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.event.EventDot;
import dev.likeaclockwork.guard.event.EventId;
import dev.likeaclockwork.guard.event.EventName;
import dev.likeaclockwork.guard.event.EventStamp;
import dev.likeaclockwork.guard.event.IncomingEvent;
import dev.likeaclockwork.guard.verdict.Doubt;
import dev.likeaclockwork.guard.verdict.Judgement;
import dev.likeaclockwork.guard.verdict.Verdict;
import java.time.Instant;
import java.util.List;

/**
 * The processed events of one key, and the verdict on the next one. Immutable.
 *
 * @param dots the names of processed events that are named by dot
 * @param ids the names of processed events that are named by id
 * @param frontier the maximal timestamps of processed events
 * @param pending the events whose effects were begun
 * @param forgotten the bounds of everything that was forgotten
 */
public record KeyHistory(DotSet dots, IdSet ids, Frontier frontier, PendingEffects pending, ForgottenBounds forgotten) {
    /*
     * Why a verdict is never wrong. Every processed event is at or before a stamp of the frontier, or is covered by the
     * bound of forgotten order. An event that neither covers was therefore never processed, whatever its name. If one
     * of them covers it, its name decides. Where the name could be among the forgotten ones, wall clocks may still
     * prove that the event happened too late to be one of those; otherwise the verdict is UNKNOWN. An event that is not
     * covered but has a known name is a second event under one name.
     *
     * Pending effects count as processed for the order: an event that is concurrent with one of them is a conflict,
     * whether the effect completes or not.
     */

    /** The history of a key without processed events. */
    public static final KeyHistory EMPTY =
            new KeyHistory(DotSet.NONE, IdSet.NONE, Frontier.NONE, PendingEffects.NONE, ForgottenBounds.NOTHING);

    /** The history of a key that was forgotten altogether and whose last event was processed by a time. */
    public static KeyHistory lost(Instant until) {
        return new KeyHistory(
                DotSet.NONE, IdSet.NONE, Frontier.NONE, PendingEffects.NONE, ForgottenBounds.everything(until));
    }

    /**
     * Judges an event.
     *
     * @param owner identifies the deduplicator that asks: its own pending effects are in progress, others in doubt
     */
    public Judgement judge(IncomingEvent event, long owner) {
        EventStamp stamp = event.stamp();
        Comparison comparison = new Comparison();
        comparison.add(stamp.vector(), frontier.stamps());
        comparison.add(stamp.vector(), pending.stamps());
        boolean covered = comparison.covers || forgotten.order().covers(stamp.vector());
        if (holds(stamp.name())) {
            return stamp.isUnstamped() || covered ? known(DUPLICATE, stamp) : unknown(stamp, Doubt.NAME_REUSED);
        }
        PendingEffect begun = pending.of(stamp.name());
        if (begun != null) {
            return unknown(stamp, begun.owner() == owner ? Doubt.IN_PROGRESS : Doubt.IN_DOUBT);
        }
        if (stamp.isUnstamped()) {
            return unknown(stamp, Doubt.UNSTAMPED);
        }
        boolean later = forgotten.isBefore(event);
        return covered && !later && forgotten.names().covers(stamp)
                ? unknown(stamp, Doubt.FORGOTTEN)
                : judgeUnseen(stamp, comparison, later);
    }

    /** The comparison of one timestamp with known ones. Used once, by one thread. */
    private static final class Comparison {
        /** Whether a known timestamp is at or after the event's. */
        boolean covers;

        /** Whether a known timestamp is after the event's. */
        boolean after;

        /** Whether a known timestamp is concurrent with the event's, or equals it. */
        boolean concurrent;

        void add(VectorTimestamp event, List<EventStamp> stamps) {
            for (int i = 0; i < stamps.size(); i++) {
                CausalityRelation relation = event.relationTo(stamps.get(i).vector());
                after |= relation == CausalityRelation.HAPPENS_BEFORE;
                covers |= relation == CausalityRelation.HAPPENS_BEFORE || relation == CausalityRelation.EQUAL;
                concurrent |= relation == CausalityRelation.CONCURRENT || relation == CausalityRelation.EQUAL;
            }
        }
    }

    /** Judges an event that was not processed. */
    private Judgement judgeUnseen(EventStamp stamp, Comparison comparison, boolean later) {
        if (comparison.after) {
            return known(STALE, stamp);
        }
        if (!later && forgotten.order().covers(stamp.vector())) {
            return unknown(stamp, Doubt.FORGOTTEN);
        }
        if (comparison.concurrent) {
            return known(CONCURRENT, stamp);
        }
        if (forgotten.order().isBefore(stamp.vector())) {
            return known(NEW, stamp);
        }
        return forgotten.order().isEverything() ? unknown(stamp, Doubt.FORGOTTEN) : known(CONCURRENT, stamp);
    }

    private Judgement known(Verdict verdict, EventStamp stamp) {
        return Judgement.known(verdict, stamp, frontier.stamps(), pending.stamps());
    }

    private Judgement unknown(EventStamp stamp, Doubt doubt) {
        return Judgement.unknown(doubt, stamp, frontier.stamps(), pending.stamps());
    }

    /** Whether an event of this name is known to have been processed. */
    public boolean holds(EventName name) {
        return name instanceof EventDot named ? dots.contains(named.dot()) : ids.contains((EventId) name);
    }

    /** This history with the bounds of forgotten events removed: none of those events will be delivered again. */
    public KeyHistory withNothingForgotten() {
        return new KeyHistory(dots, ids, frontier, pending, ForgottenBounds.NOTHING);
    }

    /** This history with an effect that begins. */
    public KeyHistory withPending(PendingEffect effect) {
        return new KeyHistory(dots, ids, frontier, pending.with(effect), forgotten);
    }

    /** This history without the pending effect of an event. */
    public KeyHistory withoutPending(EventName name) {
        return new KeyHistory(dots, ids, frontier, pending.without(name), forgotten);
    }

    /** This history with a processed event, whose effect is no longer pending. */
    public KeyHistory with(EventStamp event) {
        return new KeyHistory(
                event.name() instanceof EventDot named ? dots.with(named.dot()) : dots,
                event.name() instanceof EventId id ? ids.with(id) : ids,
                event.isUnstamped() ? frontier : frontier.with(event),
                pending.without(event.name()),
                forgotten);
    }
}
