// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.CausalityRelation;
import dev.likeaclockwork.VectorTimestamp;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LawsTest {
    private static final int CASES = 100_000;

    private final VectorTimestamp a = VectorTimestamp.parse("a=1");
    private final VectorTimestamp b = VectorTimestamp.parse("b=1");
    private final VectorTimestamp ab = VectorTimestamp.parse("a=1,b=1");

    private static void forEachCase(Consumer<List<VectorTimestamp>> check) {
        for (long seed = 0; seed < CASES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            check.accept(Stream.generate(() -> SeededValues.smallVector(random))
                    .limit(3)
                    .toList());
        }
    }

    @Test
    void relation_obeysItsLawsInAHundredThousandCases() {
        RelationLaws<VectorTimestamp> laws = new RelationLaws<>(VectorTimestamp::relationTo);

        forEachCase(laws::check);
    }

    @Test
    void equality_isCausalInAHundredThousandCases() {
        RelationLaws<VectorTimestamp> laws = new RelationLaws<>(VectorTimestamp::relationTo);

        forEachCase(values -> laws.checkEquality(values.get(0), values.get(1)));
    }

    @Test
    void merge_obeysItsLawsInAHundredThousandCases() {
        MergeLaws<VectorTimestamp> laws = new MergeLaws<>(VectorTimestamp::merge, VectorTimestamp::relationTo);

        forEachCase(laws::check);
    }

    private static RelationLaws<VectorTimestamp> relation(
            BiFunction<VectorTimestamp, VectorTimestamp, CausalityRelation> broken) {
        return new RelationLaws<>(broken);
    }

    private static MergeLaws<VectorTimestamp> merge(BinaryOperator<VectorTimestamp> broken) {
        return new MergeLaws<>(broken, VectorTimestamp::relationTo);
    }

    @Test
    void brokenRelation_isRefusedByTheLawItBreaks() {
        assertThatThrownBy(
                        () -> relation((x, y) -> CausalityRelation.CONCURRENT).checkReflexive(a))
                .isInstanceOf(AssertionError.class)
                .hasMessage("the relation is not reflexive: a=1 ∥ a=1");
        assertThatThrownBy(() ->
                        relation((x, y) -> CausalityRelation.HAPPENS_BEFORE).checkInverse(a, b))
                .isInstanceOf(AssertionError.class)
                .hasMessage("the relation is not the same from either side: a=1 → b=1, and b=1 → a=1");
        assertThatThrownBy(() ->
                        relation((x, y) -> CausalityRelation.HAPPENS_BEFORE).checkAntisymmetric(a, b))
                .isInstanceOf(AssertionError.class)
                .hasMessage("the relation is not antisymmetric: a=1 → b=1, and b=1 → a=1");
    }

    @Test
    void equalityThatSeesZeros_isRefused() {
        RelationLaws<String> ofTexts =
                new RelationLaws<>((x, y) -> VectorTimestamp.parse(x).relationTo(VectorTimestamp.parse(y)));

        ofTexts.checkEquality("a=1", "a=1");
        assertThatThrownBy(() -> ofTexts.checkEquality("a=1", "a=1,b=0"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("the relation is not one with equals and hashCode: a=1 = a=1,b=0, and equals says false");
    }

    @Test
    void relationThatStepsOver_isRefusedByTransitivity() {
        VectorTimestamp later = VectorTimestamp.parse("a=2,b=2");
        RelationLaws<VectorTimestamp> shortSighted =
                relation((x, y) -> x.equals(a) && y.equals(later) ? CausalityRelation.CONCURRENT : x.relationTo(y));

        assertThatThrownBy(() -> shortSighted.checkTransitive(a, ab, later))
                .isInstanceOf(AssertionError.class)
                .hasMessage("the relation is not transitive: a=1 → a=1,b=1, a=1,b=1 → a=2,b=2, and a=1 ∥ a=2,b=2");
    }

    @Test
    void brokenMerge_isRefusedByTheLawItBreaks() {
        assertThatThrownBy(() -> merge((x, y) -> ab).checkIdempotent(a))
                .isInstanceOf(AssertionError.class)
                .hasMessage("the merge is not idempotent: for a, b, c = [a=1], a + a is a=1,b=1, not a=1");
        assertThatThrownBy(() -> merge((x, y) -> x).checkCommutative(a, b))
                .isInstanceOf(AssertionError.class)
                .hasMessage("the merge is not commutative: for a, b, c = [a=1, b=1], b + a is b=1, not a=1");
        assertThatThrownBy(() -> merge((x, y) -> x).checkUpperBound(a, b))
                .isInstanceOf(AssertionError.class)
                .hasMessage("the merge is no upper bound: a=1 + b=1 is a=1");
        assertThatThrownBy(() ->
                        merge((x, y) -> VectorTimestamp.parse("a=1,b=1,c=1")).checkLeast(a, b, ab))
                .isInstanceOf(AssertionError.class)
                .hasMessage("the merge is not the least upper bound: a=1 + b=1 is a=1,b=1,c=1,"
                        + " but a=1,b=1 is at or after both");
    }

    @Test
    void mergeThatDependsOnGrouping_isRefused() {
        MergeLaws<VectorTimestamp> alternating = merge((x, y) -> x.equals(y) ? b : a);

        assertThatThrownBy(() -> alternating.checkAssociative(a, a, ab))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("the merge is not associative");
    }
}
