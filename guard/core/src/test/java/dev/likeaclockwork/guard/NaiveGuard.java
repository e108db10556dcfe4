// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import static dev.likeaclockwork.CausalityRelation.HAPPENS_AFTER;
import static dev.likeaclockwork.CausalityRelation.HAPPENS_BEFORE;

import dev.likeaclockwork.CausalityRelation;
import dev.likeaclockwork.guard.event.EventStamp;
import dev.likeaclockwork.guard.verdict.Verdict;
import java.util.ArrayDeque;
import java.util.Deque;

/** Ground truth for verdicts: a list of all processed events, each compared. Used by one thread. */
public final class NaiveGuard {
    private final Deque<EventStamp> processed = new ArrayDeque<>();

    /** Without processed events. */
    public NaiveGuard() {}

    /** The verdict on an event. */
    public Verdict judge(EventStamp event) {
        boolean stale = false;
        boolean concurrent = false;
        for (EventStamp other : processed) {
            if (other.name().equals(event.name())) {
                return Verdict.DUPLICATE;
            }
            CausalityRelation relation = event.vector().relationTo(other.vector());
            stale |= relation == HAPPENS_BEFORE;
            concurrent |= relation != HAPPENS_BEFORE && relation != HAPPENS_AFTER;
        }
        return stale ? Verdict.STALE : concurrent ? Verdict.CONCURRENT : Verdict.NEW;
    }

    /** Adds a processed event. */
    public void remember(EventStamp event) {
        processed.addLast(event);
    }

    /** Removes the event that was added last. */
    public void takeBack() {
        processed.removeLast();
    }
}
