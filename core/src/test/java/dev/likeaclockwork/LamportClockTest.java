// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.wire.MalformedCausalityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LamportClockTest {
    private final LamportClock clock = new LamportClock("n");

    @Test
    void everyVerb_recordsOneEventAndReturnsItsTimestamp() {
        assertThat(clock.tick()).isEqualTo(LamportTimestamp.of("n", 1));
        assertThat(clock.send()).isEqualTo(LamportTimestamp.of("n", 2));
        assertThat(clock.receive(LamportTimestamp.of("m", 1))).isEqualTo(LamportTimestamp.of("n", 3));
        assertThat(clock.receive(LamportTimestamp.of("m", 9))).isEqualTo(LamportTimestamp.of("n", 10));
        assertThat(clock.snapshot()).isEqualTo(LamportTimestamp.of("n", 10)).hasToString("n:10");
        assertThat(clock).hasToString("n:10");
        assertThat(clock.node()).isEqualTo("n");
    }

    @Test
    void resume_goesOnAfterTheLastEvent() {
        assertThat(LamportClock.resume(LamportTimestamp.of("n", 41)).tick()).isEqualTo(LamportTimestamp.of("n", 42));
    }

    @Test
    void receive_takesTimesUpTo2To52AndIgnoresLargerOnes() {
        long limit = 1L << 52;

        assertThat(clock.receive(LamportTimestamp.of("forger", limit + 1)).time())
                .isEqualTo(1);
        assertThat(clock.receive(LamportTimestamp.of("m", limit)).time()).isEqualTo(limit + 1);
    }

    @Test
    void everyVerb_throwsAtTheEndOfTheCounterAndChangesNothing() {
        LamportClock last = LamportClock.resume(LamportTimestamp.of("n", Long.MAX_VALUE));

        assertThatThrownBy(last::tick).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(last::send).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> last.receive(LamportTimestamp.of("m", 1))).isInstanceOf(ArithmeticException.class);
        assertThat(last.time()).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a,b", "a=b", "é", "\u007f", "\n"})
    void newClock_refusesWhatIsNoNodeId(String node) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LamportClock(node))
                .withMessageContaining("node");
    }

    @Test
    void newClock_namesTheParameterAndTheValueCutShortAndEscaped() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LamportClock("a\nb" + "x".repeat(200)))
                .withMessage("node must be 1 to 128 visible ASCII characters other than ',' and '=', but is 'a\\u000ab"
                        + "x".repeat(37) + "'...");
        assertThatNullPointerException().isThrownBy(() -> clock.receive(null)).withMessage("remote");
    }

    @Test
    void timestamps_areOrderedByTimeThenNode() {
        assertThat(LamportTimestamp.of("b", 1))
                .isLessThan(LamportTimestamp.of("a", 2))
                .isGreaterThan(LamportTimestamp.of("a", 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LamportTimestamp.of("a", -1))
                .withMessage("time must not be negative, but is -1");
    }

    @Test
    void parse_splitsAtTheLastColon() {
        assertThat(LamportTimestamp.parse("host:8080:7")).isEqualTo(LamportTimestamp.of("host:8080", 7));
        assertThat(LamportTimestamp.parse("a:007")).isEqualTo(LamportTimestamp.of("a", 7));
        assertThat(LamportTimestamp.parse("a:9007199254740991").time()).isEqualTo((1L << 53) - 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a                  | no ':' in 'a'
                    :1                 | the node id has 0 characters, not 1 to 128 at position 0
                    a:                 | expected a digit but found the end at position 2
                    a:+1               | expected a digit but found '+' at position 2
                    a:1x               | expected a digit but found 'x' at position 3
                    a b:1              | no node id may contain ' ' at position 1
                    a:9007199254740992 | the time is above 2^53-1 at position 2
                    """)
    void parse_refusesOtherFormsWithPlaceAndReason(String text, String reason) {
        assertThatThrownBy(() -> LamportTimestamp.parse(text))
                .isInstanceOf(MalformedCausalityException.class)
                .hasMessage("X-Causality-Lamport: " + reason);
    }
}
