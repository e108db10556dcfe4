// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracedEventTest {
    private static final VectorTimestamp VECTOR = VectorTimestamp.parse("a=1");

    @Test
    void newEvent_hasAUuidOfVersion7() {
        Instant before = Instant.now();
        UUID id = UUID.fromString(TracedEvent.of("t", new byte[0], VECTOR).id());

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16)
                .isBetween(before.toEpochMilli(), Instant.now().toEpochMilli());
    }

    @Test
    void uuidV7_putsTimeBeforeRandomBits() {
        UuidV7 ids = new UuidV7(InstantSource.fixed(Instant.ofEpochMilli(0x0123_4567_89ABL)), new Random(1));

        assertThat(ids.next()).startsWith("01234567-89ab-7").isNotEqualTo(ids.next());
    }

    @Test
    void payload_isCopiedInAndOut() {
        byte[] payload = {1};
        TracedEvent event = TracedEvent.of("id", "t", payload, VECTOR);
        payload[0] = 2;
        event.payload()[0] = 3;

        assertThat(event.payload()).containsExactly(1);
    }

    @Test
    void instant_isOptionalAndPartOfEquality() {
        TracedEvent event = TracedEvent.of("id", "t", new byte[0], VECTOR);
        TracedEvent timed = event.withInstant(Instant.EPOCH);

        assertThat(event.instant()).isEmpty();
        assertThat(timed.instant()).contains(Instant.EPOCH);
        assertThat(timed).isNotEqualTo(event).hasSameHashCodeAs(event).hasToString("t id [a=1]");
        assertThat(TracedEvent.of("other", "t", new byte[0], VECTOR)).doesNotHaveSameHashCodeAs(event);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " t", "t ", "a\r\nX-Injected: 1"})
    void typesThatCannotStandInAHeader_areRefused(String type) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TracedEvent.of(type, new byte[0], VECTOR))
                .withMessageStartingWith("type must be 1 to 256 characters");
    }

    @Test
    void longestType_isTaken() {
        assertThat(TracedEvent.of("t".repeat(256), new byte[0], VECTOR).type()).hasSize(256);
        assertThatIllegalArgumentException().isThrownBy(() -> TracedEvent.of("t".repeat(257), new byte[0], VECTOR));
    }

    @Test
    void vectorWithoutAnEntry_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TracedEvent.of("t", new byte[0], VectorTimestamp.empty()))
                .withMessage("vector must have an entry, but is empty");
    }
}
