// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CausalityRelationTest {
    @ParameterizedTest
    @CsvSource({
        "HAPPENS_BEFORE, HAPPENS_AFTER, true, false, →",
        "HAPPENS_AFTER, HAPPENS_BEFORE, true, false, ←",
        "CONCURRENT, CONCURRENT, false, true, ∥",
        "EQUAL, EQUAL, false, false, ="
    })
    void relation_hasAnInverseAKindAndASymbol(
            CausalityRelation relation, CausalityRelation inverse, boolean causal, boolean concurrent, String symbol) {
        assertThat(relation.inverse()).isEqualTo(inverse);
        assertThat(relation.isOrdered()).isEqualTo(causal);
        assertThat(relation.isConcurrent()).isEqualTo(concurrent);
        assertThat(relation.symbol()).isEqualTo(symbol);
    }
}
