// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.history;

import static dev.likeaclockwork.CausalityRelation.EQUAL;
import static dev.likeaclockwork.CausalityRelation.HAPPENS_BEFORE;

import dev.likeaclockwork.CausalityRelation;
import dev.likeaclockwork.Dot;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.event.EventDot;
import dev.likeaclockwork.guard.event.EventStamp;
import java.util.Map;

/**
 * An upper bound of a set of forgotten events in causal order: a timestamp at or after each of them, or the top element
 * if they could be any events. Immutable.
 *
 * @param vector a timestamp at or after each of them; empty if there are none
 * @param isEverything whether they could be any events
 */
public record CausalUpperBound(VectorTimestamp vector, boolean isEverything) {
    /** The bound of no event. */
    static final CausalUpperBound NOTHING = new CausalUpperBound(VectorTimestamp.empty(), false);

    /** The bound of arbitrary events. */
    public static final CausalUpperBound EVERYTHING = new CausalUpperBound(VectorTimestamp.empty(), true);

    /** The bound of events at or before a timestamp. */
    public static CausalUpperBound of(VectorTimestamp vector) {
        return vector.size() == 0 ? NOTHING : new CausalUpperBound(vector, false);
    }

    /** Whether an event with this timestamp could be one of the forgotten events, or happen before one. */
    boolean covers(VectorTimestamp event) {
        return isEverything || isAtOrBefore(event, vector);
    }

    /** Whether an event with this name could be one of the forgotten events. */
    boolean covers(EventStamp event) {
        return event.name() instanceof EventDot named
                ? covers(named.dot())
                : isEverything || (!event.isUnstamped() && isAtOrBefore(event.vector(), vector));
    }

    private boolean covers(Dot dot) {
        return isEverything || dot.counter() <= vector.get(dot.node());
    }

    /** Whether all forgotten events certainly happened before an event with this timestamp. */
    boolean isBefore(VectorTimestamp event) {
        return !isEverything && isAtOrBefore(vector, event);
    }

    /**
     * The bound of these events and one more.
     *
     * @param limit the largest number of nodes in the bound; a bound that needs more is {@link #EVERYTHING}
     */
    CausalUpperBound with(VectorTimestamp forgotten, int limit) {
        if (covers(forgotten)) {
            return this;
        }
        VectorTimestamp joined = vector.merge(forgotten);
        return joined.size() > limit ? EVERYTHING : new CausalUpperBound(joined, false);
    }

    CausalUpperBound with(Dot forgotten, int limit) {
        return covers(forgotten)
                ? this
                : with(VectorTimestamp.of(Map.of(forgotten.node(), forgotten.counter())), limit);
    }

    private static boolean isAtOrBefore(VectorTimestamp a, VectorTimestamp b) {
        CausalityRelation relation = a.relationTo(b);
        return relation == HAPPENS_BEFORE || relation == EQUAL;
    }
}
