// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AmountsTest {

    @Test
    void durations_haveThreeDigitsAndTheUnitThatFits() {
        assertThat(Amounts.duration(999)).isEqualTo("999 ns");
        assertThat(Amounts.duration(-1_234_567)).isEqualTo("-1.23 ms");
        assertThat(Amounts.duration(5_500_000_000L)).isEqualTo("5.5 s");
        assertThat(Amounts.duration(86_400_000_000_000L)).isEqualTo("86400 s");
    }
}
