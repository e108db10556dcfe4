// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import static dev.likeaclockwork.CausalityRelation.HAPPENS_AFTER;

import dev.likeaclockwork.VectorTimestamp;
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

    /** Whether an event with this timestamp is one of these or before one. */
    boolean covers(VectorTimestamp event) {
        for (int i = stamps.size() - 1; i >= 0; i--) {
            if (Bound.atOrBefore(event, stamps.get(i).vector())) {
                return true;
            }
        }
        return false;
    }

    /** With one more event, and without those before it; unchanged if it is covered. */
    Frontier with(EventStamp event) {
        if (covers(event.vector())) {
            return this;
        }
        List<EventStamp> maximal = new ArrayList<>(stamps.size() + 1);
        for (EventStamp stamp : stamps) {
            if (event.vector().relationTo(stamp.vector()) != HAPPENS_AFTER) {
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
