// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.event;

import dev.likeaclockwork.CausalityRelation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one event of a graph relates to another, as far as the logs tell. */
public enum Ordering {
    /** It happened before the other. */
    HAPPENS_BEFORE(CausalityRelation.HAPPENS_BEFORE),
    /** It happened after the other. */
    HAPPENS_AFTER(CausalityRelation.HAPPENS_AFTER),
    /** Neither happened before the other, and the logs would tell. */
    CONCURRENT(CausalityRelation.CONCURRENT),
    /** The two are one. */
    EQUAL(CausalityRelation.EQUAL),
    /** Nothing in the logs orders the two, but something that is missing from them, or contradicts itself, may. */
    UNKNOWN(null);

    private final @Nullable CausalityRelation relation;

    Ordering(@Nullable CausalityRelation relation) {
        this.relation = relation;
    }

    /** The relation; empty if it is unknown. */
    public Optional<CausalityRelation> relation() {
        return Optional.ofNullable(relation);
    }
}
