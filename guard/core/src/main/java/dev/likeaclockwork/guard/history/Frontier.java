// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.history;

import static dev.likeaclockwork.CausalityRelation.CONCURRENT;
import static dev.likeaclockwork.CausalityRelation.EQUAL;
import static dev.likeaclockwork.CausalityRelation.HAPPENS_BEFORE;

import dev.likeaclockwork.CausalityRelation;
import dev.likeaclockwork.guard.event.EventStamp;
import java.util.ArrayList;
import java.util.List;

/** The maximal elements of a set of events, an antichain of the causal order; oldest entry first. Immutable. */
public final class Frontier {
    static final Frontier NONE = new Frontier(List.of());

    private final List<EventStamp> stamps;

    /** Takes ownership of the list. */
    public Frontier(List<EventStamp> stamps) {
        this.stamps = stamps;
    }

    /** The maximal events, not to be modified. */
    public List<EventStamp> stamps() {
        return stamps;
    }

    /** The frontier of these events and one more. */
    Frontier with(EventStamp event) {
        List<EventStamp> maximal = new ArrayList<>(stamps.size() + 1);
        for (EventStamp stamp : stamps) {
            CausalityRelation relation = event.vector().relationTo(stamp.vector());
            if (relation == HAPPENS_BEFORE || relation == EQUAL) {
                return this;
            }
            if (relation == CONCURRENT) {
                maximal.add(stamp);
            }
        }
        maximal.add(event);
        return new Frontier(maximal);
    }

    EventStamp oldest() {
        return stamps.get(0);
    }

    Frontier withoutOldest() {
        return new Frontier(List.copyOf(stamps.subList(1, stamps.size())));
    }
}
