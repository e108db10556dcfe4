// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

/**
 * How one event relates to another in the happened-before order of Lamport (1978).
 *
 * <p>Exactly one of the four holds for any two {@linkplain VectorTimestamp vector timestamps}: the order is partial, so
 * that neither of two events need come first.
 */
public enum CausalityRelation {
    /** The first event may have caused the second one, which knows of it. */
    HAPPENS_BEFORE("→"),
    /** The second event may have caused the first one, which knows of it. */
    HAPPENS_AFTER("←"),
    /** Neither event knows of the other: they ran in parallel, and neither can have caused the other. */
    CONCURRENT("∥"),
    /** Both know exactly the same events: they are one event, or one state of knowledge. */
    EQUAL("=");

    private final String symbol;

    CausalityRelation(String symbol) {
        this.symbol = symbol;
    }

    /** The relation of two things of which the first is behind in some entry, ahead in some entry, both or neither. */
    static CausalityRelation of(boolean behind, boolean ahead) {
        if (behind) {
            return ahead ? CONCURRENT : HAPPENS_BEFORE;
        }
        return ahead ? HAPPENS_AFTER : EQUAL;
    }

    /** The sign that papers write: {@code →}, {@code ←}, {@code ∥} or {@code =}. */
    public String symbol() {
        return symbol;
    }

    /** The relation seen from the other event: before and after change places, the others stay. */
    public CausalityRelation inverse() {
        return switch (this) {
            case HAPPENS_BEFORE -> HAPPENS_AFTER;
            case HAPPENS_AFTER -> HAPPENS_BEFORE;
            case CONCURRENT, EQUAL -> this;
        };
    }

    /** Whether one of the two events happened before the other. */
    public boolean isOrdered() {
        return this == HAPPENS_BEFORE || this == HAPPENS_AFTER;
    }

    /** Whether neither event knows of the other. */
    public boolean isConcurrent() {
        return this == CONCURRENT;
    }
}
