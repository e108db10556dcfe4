// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import static dev.likeaclockwork.CausalityRelation.CONCURRENT;
import static dev.likeaclockwork.CausalityRelation.EQUAL;
import static dev.likeaclockwork.CausalityRelation.HAPPENS_BEFORE;

import dev.likeaclockwork.CausalityRelation;
import java.util.ArrayList;
import java.util.List;

/** The maximal ones of some events: no two of them are ordered, oldest entry first. Immutable. */
final class Frontier {
    static final Frontier NONE = new Frontier(List.of());

    private final List<EventStamp> stamps;

    /** Takes the list over. */
    Frontier(List<EventStamp> stamps) {
        this.stamps = stamps;
    }

    List<EventStamp> stamps() {
        return stamps;
    }

    /** With one more event, and without those before it; unchanged if it is covered. */
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
