// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import static dev.likeaclockwork.CausalityRelation.EQUAL;
import static dev.likeaclockwork.CausalityRelation.HAPPENS_BEFORE;

import dev.likeaclockwork.CausalityRelation;
import dev.likeaclockwork.VectorTimestamp;
import java.util.Map;

/**
 * What is left of forgotten events: a timestamp at or after each of them, or the statement that they could be any.
 * Immutable.
 *
 * @param vector at or after each of them; empty if there are none
 * @param isEverything whether they could be any
 */
record Bound(VectorTimestamp vector, boolean isEverything) {
    /** Nothing was forgotten. */
    static final Bound NOTHING = new Bound(VectorTimestamp.empty(), false);

    /** Any event could be among the forgotten ones. */
    static final Bound EVERYTHING = new Bound(VectorTimestamp.empty(), true);

    static Bound of(VectorTimestamp vector) {
        return vector.size() == 0 ? NOTHING : new Bound(vector, false);
    }

    /** Whether an event with this timestamp could be a forgotten one, or before one. */
    boolean covers(VectorTimestamp event) {
        return isEverything || atOrBefore(event, vector);
    }

    /** Whether an event of this name could be a forgotten one. */
    boolean covers(EventStamp event) {
        return isEverything
                || (event.name() instanceof Dot dot
                        ? dot.counter() <= vector.get(dot.node())
                        : !event.isUnstamped() && atOrBefore(event.vector(), vector));
    }

    /** Whether all forgotten events surely happened before one with this timestamp. */
    boolean isBefore(VectorTimestamp event) {
        return !isEverything && atOrBefore(vector, event);
    }

    /** This bound for one more forgotten event; too many nodes for {@code limit} make it everything. */
    Bound with(VectorTimestamp forgotten, int limit) {
        if (isEverything || covers(forgotten)) {
            return this;
        }
        VectorTimestamp joined = vector.merge(forgotten);
        return joined.size() > limit ? EVERYTHING : new Bound(joined, false);
    }

    Bound with(Dot forgotten, int limit) {
        return covers(forgotten)
                ? this
                : with(VectorTimestamp.of(Map.of(forgotten.node(), forgotten.counter())), limit);
    }

    private boolean covers(Dot dot) {
        return isEverything || dot.counter() <= vector.get(dot.node());
    }

    static boolean atOrBefore(VectorTimestamp a, VectorTimestamp b) {
        CausalityRelation relation = a.relationTo(b);
        return relation == HAPPENS_BEFORE || relation == EQUAL;
    }
}
