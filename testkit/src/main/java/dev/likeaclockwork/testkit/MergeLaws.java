// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.likeaclockwork.CausalityRelation;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;

/**
 * The laws of merging: it is a join, so that replicas that merge in any order, and merge again, end up alike.
 *
 * <p>Thread-safe if its functions are. Each law throws {@link AssertionError} with the values that break it.
 *
 * @param <T> what is merged
 */
public final class MergeLaws<T> {
    private final BinaryOperator<T> merge;
    private final BiFunction<? super T, ? super T, CausalityRelation> relation;

    /** The laws for a merge and the relation that it respects, such as those of {@code VectorTimestamp}. */
    public MergeLaws(BinaryOperator<T> merge, BiFunction<? super T, ? super T, CausalityRelation> relation) {
        this.merge = merge;
        this.relation = relation;
    }

    /** Checks all laws on three values. */
    public void check(T a, T b, T c) {
        idempotent(a);
        commutative(a, b);
        associative(a, b, c);
        leastUpperBound(a, b, c);
    }

    /** Merged with itself, nothing changes. */
    public void idempotent(T a) {
        same("idempotent", a, merge.apply(a, a));
    }

    /** It does not matter which one comes first. */
    public void commutative(T a, T b) {
        same("commutative", merge.apply(a, b), merge.apply(b, a));
    }

    /** It does not matter which two are merged first. */
    public void associative(T a, T b, T c) {
        same("associative", merge.apply(merge.apply(a, b), c), merge.apply(a, merge.apply(b, c)));
    }

    /** The merged value is behind neither, and not ahead of any value that is behind neither. */
    public void leastUpperBound(T a, T b, T bound) {
        T merged = merge.apply(a, b);
        upperBound(a, merged);
        upperBound(b, merged);
        if (covers(bound, a) && covers(bound, b)) {
            assertTrue(covers(bound, merged), () -> "least upper bound: " + merged + " is not within " + bound);
        }
    }

    private void upperBound(T part, T merged) {
        assertTrue(covers(merged, part), () -> "upper bound: " + merged + " does not cover " + part);
    }

    private boolean covers(T whole, T part) {
        CausalityRelation seen = relation.apply(part, whole);
        return seen == CausalityRelation.HAPPENS_BEFORE || seen == CausalityRelation.EQUAL;
    }

    private void same(String law, T expected, T actual) {
        assertEquals(
                CausalityRelation.EQUAL, relation.apply(expected, actual), () -> law + ": " + expected + ", " + actual);
    }
}
