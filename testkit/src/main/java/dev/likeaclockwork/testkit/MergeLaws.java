// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import static dev.likeaclockwork.CausalityRelation.EQUAL;

import dev.likeaclockwork.CausalityRelation;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;

/**
 * The laws of a merge: it knows what either value knows, and no more. So the order, the grouping and the number of
 * merges make no difference.
 *
 * <pre>{@code
 * new MergeLaws<>(VectorTimestamp::merge, VectorTimestamp::relationTo).check(List.of(a, b, c));
 * }</pre>
 *
 * <p>Results are compared by the relation, which should obey {@link RelationLaws}. Each law throws
 * {@link AssertionError} if the values break it, naming the law and the values. This class is immutable, and
 * thread-safe if what it calls is.
 *
 * @param <T> what is merged
 */
public final class MergeLaws<T> {
    private final BinaryOperator<T> merge;
    private final RelationLaws<T> order;

    /** The laws as they apply to this merge. */
    public MergeLaws(BinaryOperator<T> merge, BiFunction<? super T, ? super T, CausalityRelation> relation) {
        this.merge = Objects.requireNonNull(merge, "merge");
        this.order = new RelationLaws<>(relation);
    }

    /** Checks all laws on every choice of these values; takes O(n<sup>3</sup>) merges. */
    public void check(List<? extends T> values) {
        for (T a : values) {
            checkIdempotent(a);
            for (T b : values) {
                checkCommutative(a, b);
                checkUpperBound(a, b);
                for (T c : values) {
                    checkAssociative(a, b, c);
                    checkLeast(a, b, c);
                }
            }
        }
    }

    /** Merged with itself, a value stays as it is. */
    public void checkIdempotent(T a) {
        checkEqual("idempotent", a, merge(a, a), "a + a", List.of(a));
    }

    /** The sides can be exchanged. */
    public void checkCommutative(T a, T b) {
        checkEqual("commutative", merge(a, b), merge(b, a), "b + a", List.of(a, b));
    }

    /** The grouping makes no difference. */
    public void checkAssociative(T a, T b, T c) {
        checkEqual("associative", merge(merge(a, b), c), merge(a, merge(b, c)), "a + (b + c)", List.of(a, b, c));
    }

    /** The merge is at or after both. */
    public void checkUpperBound(T a, T b) {
        T merged = merge(a, b);
        if (!order.atOrBefore(a, merged) || !order.atOrBefore(b, merged)) {
            throw new AssertionError("the merge is no upper bound: " + a + " + " + b + " is " + merged);
        }
    }

    /** The merge is at or before every value {@code c} that is at or after both. */
    public void checkLeast(T a, T b, T c) {
        if (order.atOrBefore(a, c) && order.atOrBefore(b, c) && !order.atOrBefore(merge(a, b), c)) {
            throw new AssertionError("the merge is not the least upper bound: " + a + " + " + b + " is " + merge(a, b)
                    + ", but " + c + " is at or after both");
        }
    }

    private void checkEqual(String law, T expected, T actual, String what, List<T> values) {
        if (order.relation(expected, actual) != EQUAL) {
            throw new AssertionError("the merge is not " + law + ": for a, b, c = " + values + ", " + what + " is "
                    + actual + ", not " + expected);
        }
    }

    private T merge(T a, T b) {
        return merge.apply(a, b);
    }
}
