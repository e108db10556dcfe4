// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.likeaclockwork.CausalityRelation;
import java.util.function.BiFunction;

/**
 * The laws of causality: it is a partial order, and looks the other way round from the other side.
 *
 * <p>Thread-safe if the relation is. Each law throws {@link AssertionError} with the values that break it.
 *
 * @param <T> what is related
 */
public final class RelationLaws<T> {
    private final BiFunction<? super T, ? super T, CausalityRelation> relation;

    /** The laws for a relation, such as {@code VectorTimestamp::relationTo}. */
    public RelationLaws(BiFunction<? super T, ? super T, CausalityRelation> relation) {
        this.relation = relation;
    }

    /** Checks all laws on three values. */
    public void check(T a, T b, T c) {
        reflexive(a);
        inverse(a, b);
        transitive(a, b, c);
    }

    /** Everything equals itself. */
    public void reflexive(T a) {
        assertEquals(CausalityRelation.EQUAL, relation.apply(a, a), () -> "reflexive: " + a);
    }

    /** What is before from one side is after from the other; concurrent and equal are the same from both. */
    public void inverse(T a, T b) {
        assertEquals(relation.apply(a, b).inverse(), relation.apply(b, a), () -> "inverse: " + a + " and " + b);
    }

    /** What is before something is before all that this is before; equals stand for each other. */
    public void transitive(T a, T b, T c) {
        CausalityRelation first = relation.apply(a, b);
        CausalityRelation second = relation.apply(b, c);
        if (first == CausalityRelation.EQUAL) {
            assertEquals(second, relation.apply(a, c), () -> "transitive: " + a + " = " + b + ", " + c);
        } else if (first.isCausal() && (second == first || second == CausalityRelation.EQUAL)) {
            assertEquals(first, relation.apply(a, c), () -> "transitive: " + a + ", " + b + ", " + c);
        }
    }
}
