// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.versioned;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * A function that merges concurrent siblings into one value.
 *
 * <p>It should be commutative, associative and idempotent, so that replicas that merge in different orders, or twice,
 * converge. The predefined merges are; {@code MergeLaws} of the testkit checks your own.
 */
@FunctionalInterface
public interface Merge<T> {
    /**
     * The merged value.
     *
     * @param siblings at least one, in order of their Lamport times
     */
    T of(List<Version<T>> siblings);

    /** Keeps the value with the greatest Lamport time, then node. The others are lost. */
    static <T> Merge<T> lastWriter() {
        return siblings -> Collections.max(siblings, Version.LAMPORT_ORDER).value();
    }

    /** Keeps all elements of all siblings. An element that only one of two writers removed comes back. */
    static <E> Merge<Set<E>> union() {
        return by((a, b) -> {
            Set<E> union = new HashSet<>(a);
            union.addAll(b);
            return Collections.unmodifiableSet(union);
        });
    }

    /**
     * Keeps the greatest count of each node: correct if each node increases only its own (G-counter, Shapiro et al.
     * 2011).
     */
    static Merge<Map<String, Long>> maxPerNode() {
        return by((a, b) -> {
            Map<String, Long> max = new TreeMap<>(a);
            b.forEach((node, count) -> max.merge(node, count, Math::max));
            return Collections.unmodifiableMap(max);
        });
    }

    /** Reduces all values in order by a function of two values. */
    static <T> Merge<T> by(BinaryOperator<T> merge) {
        Objects.requireNonNull(merge, "merge");
        return siblings -> siblings.stream().map(Version::value).reduce(merge).orElseThrow();
    }
}
