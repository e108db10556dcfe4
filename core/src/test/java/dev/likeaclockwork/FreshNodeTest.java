// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreshNodeTest {
    @Test
    void freshClocks_haveTheNameAndThirteenCharactersOfBase32() {
        assertThat(VectorClock.fresh("order-service").node()).matches("order-service/[0-9a-hjkmnp-tv-z]{13}");
        assertThat(LamportClock.fresh("order-service").node()).matches("order-service/[0-9a-hjkmnp-tv-z]{13}");
    }

    @Test
    void freshClocks_haveRecordedNothing() {
        VectorClock vector = VectorClock.fresh("a");

        assertThat(vector.snapshot()).isEqualTo(VectorTimestamp.empty());
        assertThat(vector.tick().get(vector.node())).isEqualTo(1);
        assertThat(LamportClock.fresh("a").time()).isZero();
    }

    @Test
    void twoStartsOfOneService_areTwoNodes() {
        VectorTimestamp before = VectorClock.fresh("payment").tick();
        VectorTimestamp after = VectorClock.fresh("payment").tick();

        assertThat(before.isConcurrentWith(after)).isTrue();
    }

    @Test
    void all64Bits_areInTheId() {
        Set<String> ids = new HashSet<>();
        for (int bit = 0; bit < 64; bit++) {
            long bits = 1L << bit;
            RandomGenerator random = () -> bits;
            ids.add(VectorClock.fresh("a", random).node());
            ids.add(LamportClock.fresh("b", random).node());
        }

        assertThat(ids).hasSize(128).contains("a/0000000000001", "a/8000000000000");
    }

    @Test
    void oneSeed_givesOneId() {
        assertThat(VectorClock.fresh("a", new Random(7)).node())
                .isEqualTo(LamportClock.fresh("a", new Random(7)).node());
    }

    @Test
    void longestName_isTaken() {
        assertThat(VectorClock.fresh("n".repeat(114)).node()).hasSize(128);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "a=b", "größe"})
    void otherNames_areRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VectorClock.fresh(name))
                .withMessageStartingWith("name must be");
    }

    @Test
    void tooLongNameAndNull_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> LamportClock.fresh("n".repeat(115)));
        assertThatNullPointerException()
                .isThrownBy(() -> VectorClock.fresh(null))
                .withMessage("name");
    }
}
