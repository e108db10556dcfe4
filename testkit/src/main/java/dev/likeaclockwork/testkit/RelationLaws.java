// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import static dev.likeaclockwork.CausalityRelation.EQUAL;
import static dev.likeaclockwork.CausalityRelation.HAPPENS_BEFORE;

import dev.likeaclockwork.CausalityRelation;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * The laws of a causality relation: a partial order, and the same seen from either side.
 *
 * <pre>{@code
 * new RelationLaws<>(VectorTimestamp::relationTo).check(List.of(a, b, c));
 * }</pre>
 *
 * <p>"At or before" stands for {@link CausalityRelation#HAPPENS_BEFORE} or {@link CausalityRelation#EQUAL}. Each law
 * throws {@link AssertionError} if the values break it, naming the law and the values. This class is immutable, and
 * thread-safe if what it calls is.
 *
 * @param <T> what is related
 */
public final class RelationLaws<T> {
    private final BiFunction<? super T, ? super T, CausalityRelation> relation;

    /** The laws as they apply to this relation. */
    public RelationLaws(BiFunction<? super T, ? super T, CausalityRelation> relation) {
        this.relation = Objects.requireNonNull(relation, "relation");
    }

    /** Checks all laws on every choice of these values; takes O(n<sup>3</sup>) comparisons. */
    public void check(List<? extends T> values) {
        for (T a : values) {
            checkReflexive(a);
            for (T b : values) {
                checkInverse(a, b);
                checkAntisymmetric(a, b);
                values.forEach(c -> checkTransitive(a, b, c));
            }
        }
    }

    /** A value is equal to itself. */
    public void checkReflexive(T a) {
        if (relation(a, a) != EQUAL) {
            throw broken("reflexive", told(a, a));
        }
    }

    /** Seen from the other side, before and after change places, and nothing else changes. */
    public void checkInverse(T a, T b) {
        if (relation(b, a) != relation(a, b).inverse()) {
            throw broken("the same from either side", told(a, b) + ", and " + told(b, a));
        }
    }

    /** Two values that are each at or before the other are equal. */
    public void checkAntisymmetric(T a, T b) {
        if (atOrBefore(a, b) && atOrBefore(b, a) && relation(a, b) != EQUAL) {
            throw broken("antisymmetric", told(a, b) + ", and " + told(b, a));
        }
    }

    /** What is at or before a value is at or before all that this value is at or before, and before it if a step is. */
    public void checkTransitive(T a, T b, T c) {
        if (!atOrBefore(a, b) || !atOrBefore(b, c)) {
            return;
        }
        boolean equal = relation(a, b) == EQUAL && relation(b, c) == EQUAL;
        if (relation(a, c) != (equal ? EQUAL : HAPPENS_BEFORE)) {
            throw broken("transitive", told(a, b) + ", " + told(b, c) + ", and " + told(a, c));
        }
    }

    /**
     * Values are {@linkplain Object#equals equal} exactly where the relation says so, and then have one hash code. Not
     * among the laws of {@link #check}: for types whose equality means to be causal.
     */
    public void checkEquality(T a, T b) {
        boolean equal = a.equals(b);
        if (equal != (relation(a, b) == EQUAL) || (equal && a.hashCode() != b.hashCode())) {
            throw broken("one with equals and hashCode", told(a, b) + ", and equals says " + equal);
        }
    }

    boolean atOrBefore(T a, T b) {
        CausalityRelation told = relation(a, b);
        return told == HAPPENS_BEFORE || told == EQUAL;
    }

    CausalityRelation relation(T a, T b) {
        return relation.apply(a, b);
    }

    private String told(T a, T b) {
        return a + " " + relation(a, b).symbol() + " " + b;
    }

    private static AssertionError broken(String law, String evidence) {
        return new AssertionError("the relation is not " + law + ": " + evidence);
    }
}
