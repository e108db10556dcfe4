// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.likeaclockwork.TextTransport;
import dev.likeaclockwork.json.JsonTransport;
import dev.likeaclockwork.wire.MalformedCausalityException;
import dev.likeaclockwork.wire.WireLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectionTest {
    private static final WireLimits LIMITS = new WireLimits(2, 20);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    a=1,b=1 2             | MALFORMED
                    order-service=1,b=1,c | TOO_LARGE
                    a=1,b=1,c=1           | TOO_MANY_ENTRIES
                    """)
    void textHeader_isRejectedByItsKind(String header, Rejection rejection) {
        assertThat(rejectionOf(() -> TextTransport.extractVector(name -> header, LIMITS)))
                .isEqualTo(rejection);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    {"a":"1"}                          | MALFORMED
                    {"order-service":1,"inventory":11} | TOO_LARGE
                    {"a":1,"b":1,"c":1}                | TOO_MANY_ENTRIES
                    """)
    void jsonVector_isRejectedByItsKind(String vector, Rejection rejection) {
        String json = "{\"_causality\":{\"vector\":" + vector + ",\"event_type\":\"t\",\"event_id\":\"e\"}}";

        assertThat(rejectionOf(() -> JsonTransport.extract(json, LIMITS))).isEqualTo(rejection);
    }

    @Test
    void missingMember_isMalformed() {
        assertThat(rejectionOf(() -> JsonTransport.extract("{\"_causality\":{}}", LIMITS)))
                .isEqualTo(Rejection.MALFORMED);
    }

    private static Rejection rejectionOf(Runnable extraction) {
        return Rejection.of(catchThrowableOfType(MalformedCausalityException.class, extraction::run));
    }
}
