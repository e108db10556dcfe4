// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import static dev.likeaclockwork.guard.Verdict.CONCURRENT;
import static dev.likeaclockwork.guard.Verdict.DUPLICATE;
import static dev.likeaclockwork.guard.Verdict.NEW;
import static dev.likeaclockwork.guard.Verdict.STALE;

import dev.likeaclockwork.CausalityRelation;
import dev.likeaclockwork.VectorTimestamp;
import java.time.Instant;
import java.util.List;

/**
 * What is known of the events of one key that were processed: their names, their maximal timestamps, the effects that
 * were begun, and what bounds all that was forgotten. Immutable.
 */
final class KeyHistory {
    /*
     * Why a verdict is never wrong. Every processed event is at or before a stamp of the frontier, or is covered by the
     * bound of forgotten order. So an event that neither covers was never processed: no name is needed for that. Where one
     * does, the name decides; and where names were forgotten that could be this one, wall clocks may still show that it
     * happened too late to be among them. Otherwise the verdict is UNKNOWN. An event whose name is known but that nothing
     * covers is another event under a used name.
     *
     * Effects that were begun count as processed for the order: an event that is concurrent with one of them is a conflict
     * whatever becomes of it.
     */
    static final KeyHistory EMPTY = new KeyHistory(Dots.NONE, Ids.NONE, Frontier.NONE, Intents.NONE, Forgotten.NOTHING);

    final Dots dots;
    final Ids ids;
    final Frontier frontier;
    final Intents intents;
    final Forgotten forgotten;

    KeyHistory(Dots dots, Ids ids, Frontier frontier, Intents intents, Forgotten forgotten) {
        this.dots = dots;
        this.ids = ids;
        this.frontier = frontier;
        this.intents = intents;
        this.forgotten = forgotten;
    }

    /** The history of a key whose evidence is gone; all of it was processed by a time. */
    static KeyHistory lost(Instant until) {
        return new KeyHistory(Dots.NONE, Ids.NONE, Frontier.NONE, Intents.NONE, Forgotten.everything(until));
    }

    /** Judges an event for the deduplicator that {@code owner} stands for. */
    Judgement judge(IncomingEvent event, long owner) {
        EventStamp stamp = event.stamp();
        Surroundings around = new Surroundings();
        around.add(stamp.vector(), frontier.stamps());
        around.add(stamp.vector(), intents.stamps());
        boolean covered = around.covers || forgotten.order().covers(stamp.vector());
        if (holds(stamp.name())) {
            return stamp.isUnstamped() || covered ? known(DUPLICATE, stamp) : unknown(stamp, Doubt.NAME_REUSED);
        }
        Intent begun = intents.of(stamp.name());
        if (begun != null) {
            return unknown(stamp, begun.owner() == owner ? Doubt.IN_PROGRESS : Doubt.IN_DOUBT);
        }
        if (stamp.isUnstamped()) {
            return unknown(stamp, Doubt.UNSTAMPED);
        }
        boolean later = forgotten.isBefore(event);
        return covered && !later && forgotten.names().covers(stamp)
                ? unknown(stamp, Doubt.FORGOTTEN)
                : judgeUnseen(stamp, around, later);
    }

    /** How a timestamp relates to those that are known. Used once, by one thread. */
    private static final class Surroundings {
        boolean covers;
        boolean after;
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

    private Judgement judgeUnseen(EventStamp stamp, Surroundings around, boolean later) {
        if (around.after) {
            return known(STALE, stamp);
        }
        if (!later && forgotten.order().covers(stamp.vector())) {
            return unknown(stamp, Doubt.FORGOTTEN);
        }
        if (around.concurrent) {
            return known(CONCURRENT, stamp);
        }
        if (forgotten.order().isBefore(stamp.vector())) {
            return known(NEW, stamp);
        }
        return forgotten.order().isEverything() ? unknown(stamp, Doubt.FORGOTTEN) : known(CONCURRENT, stamp);
    }

    private Judgement known(Verdict verdict, EventStamp stamp) {
        return new Judgement(verdict, null, stamp, this);
    }

    private Judgement unknown(EventStamp stamp, Doubt doubt) {
        return new Judgement(Verdict.UNKNOWN, doubt, stamp, this);
    }

    boolean holds(EventName name) {
        return name instanceof Dot dot ? dots.contains(dot) : ids.contains((EventId) name);
    }

    KeyHistory withNothingForgotten() {
        return new KeyHistory(dots, ids, frontier, intents, Forgotten.NOTHING);
    }

    KeyHistory withIntent(Intent intent) {
        return new KeyHistory(dots, ids, frontier, intents.with(intent), forgotten);
    }

    KeyHistory withoutIntent(EventName name) {
        return new KeyHistory(dots, ids, frontier, intents.without(name), forgotten);
    }

    /** With an event that was processed. */
    KeyHistory with(EventStamp event) {
        boolean dot = event.name() instanceof Dot;
        return new KeyHistory(
                dot ? dots.with((Dot) event.name()) : dots,
                dot ? ids : ids.with((EventId) event.name()),
                event.isUnstamped() ? frontier : frontier.with(event),
                intents.without(event.name()),
                forgotten);
    }
}
