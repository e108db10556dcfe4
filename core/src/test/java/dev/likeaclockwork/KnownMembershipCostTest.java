// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.wire.WireLimits;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a known membership saves: no id becomes a string again, and of the last header only changed digits are touched.
 */
class KnownMembershipCostTest {
    private static final int SIZE = 30;

    /** Objects that do not grow with the number of entries. */
    private static final int FIXED = 160;

    /** On both sides of every change of width, in either form. */
    private static final long[] COUNTERS = {
        0, 1, 9, 10, 99_999_999, 100_000_000, 127, 128, 255, 256, 65_535, 65_536, 1L << 32, WireLimits.MAX_COUNTER
    };

    @ParameterizedTest
    @ValueSource(strings = {"t", "text-of-words-"})
    void knownText_isReadWithoutStrings(String prefix) {
        String header = vector(prefix, 0).toString();
        String next = header.replaceFirst("=0", "=7");
        Runnable inTurn = () -> {
            VectorTimestamp.parse(header);
            VectorTimestamp.parse(next);
        };
        inTurn.run();
        inTurn.run();

        assertThat(Allocated.by(inTurn)).isLessThan(2L * (header.length() + 8 * SIZE + FIXED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"p", "packed-in-words-"})
    void knownPack_isReadWithoutStrings(String prefix) {
        byte[] packed = Wire.pack(vector(prefix, 0));
        for (int i = 0; i < 3; i++) {
            Wire.unpack("h", packed, WireLimits.DEFAULT);
        }

        assertThat(Allocated.by(() -> Wire.unpack("h", packed, WireLimits.DEFAULT)))
                .isLessThan(8 * SIZE + FIXED);
    }

    @Test
    void nextHeader_isTheLastOneWithOtherDigits() {
        VectorClock clock = VectorClock.resume("written-0", vector("written-", 0));
        VectorTimestamp first = clock.send();
        VectorTimestamp second = clock.send();
        VectorTimestamp received = clock.receive(VectorTimestamp.of(Map.of("written-1", 2L)));
        Runnable inTurn = () -> {
            Wire.text(first);
            Wire.text(second);
            Wire.text(received);
        };
        inTurn.run();

        assertThat(Allocated.by(inTurn)).isLessThan(3L * (2 * first.toString().length() + FIXED));
    }

    @Test
    void sendsInARow_areOneCopyEach() {
        VectorClock clock = VectorClock.resume("row-0", vector("row-", 0));
        clock.receive(VectorTimestamp.of(Map.of("row-1", 2L)));
        for (int i = 0; i < 4; i++) {
            Wire.text(clock.send());
        }
        VectorTimestamp sent = clock.send();

        assertThat(Allocated.by(() -> Wire.text(sent)))
                .isLessThan(sent.toString().length() + FIXED);
    }

    @Test
    void twoPeers_areBothKnown() {
        String left = vector("left-", 0).toString();
        String right = vector("right-", 0).toString();
        byte[] packedLeft = Wire.pack(vector("left-", 0));
        byte[] packedRight = Wire.pack(vector("right-", 0));
        Runnable both = () -> {
            VectorTimestamp.parse(left);
            VectorTimestamp.parse(right);
            Wire.unpack("h", packedLeft, WireLimits.DEFAULT);
            Wire.unpack("h", packedRight, WireLimits.DEFAULT);
        };
        both.run();
        both.run();

        assertThat(Allocated.by(both)).isLessThan(left.length() + right.length() + 4 * (8 * SIZE + FIXED));
    }

    @Test
    void receiptByAFreshClock_takesOneVector() {
        VectorTimestamp stamp = vector("received-", 0);

        assertThat(Allocated.by(() -> VectorClock.resume("a-fresh-node", stamp)))
                .isLessThan(SIZE * 12 + FIXED);
        assertThat(Allocated.by(() -> new VectorClock("a-fresh-node").receive(stamp)))
                .isLessThan(SIZE * 12 + 2 * FIXED);
    }

    @Test
    void stampOfOneThatKnowsAll_isSharedAndNotCopied() {
        VectorTimestamp answer = vector("all-known-", 0).merge(new VectorClock("all-asker").tick());

        assertThat(Allocated.by(() -> new VectorClock("all-asker").receive(answer)))
                .isLessThan(2 * FIXED + 8 * SIZE / 2);
        VectorClock asker = new VectorClock("all-asker");
        asker.tick();
        assertThat(asker.receive(answer).get("all-asker")).isEqualTo(2);
        assertThat(answer.get("all-asker")).isEqualTo(1);
    }

    @Test
    void equalMemberships_areOneObjectFromTheSecondOn() {
        VectorTimestamp.of(Map.of("one-a", 1L, "one-b", 2L));
        VectorTimestamp.of(Map.of("other-a", 1L));

        VectorTimestamp left = VectorTimestamp.of(Map.of("one-a", 1L, "one-b", 2L));
        VectorTimestamp right = VectorTimestamp.of(Map.of("other-a", 1L));

        assertThat(VectorTimestamp.parse("one-a=7,one-b=8").shared.members).isSameAs(left.shared.members);
        assertThat(VectorTimestamp.parse("other-a=7").shared.members).isSameAs(right.shared.members);
        assertThat(VectorTimestamp.of(Map.of("one-a", 1L, "one-b", 2L)).shared.members)
                .isSameAs(left.shared.members);
    }

    private static VectorTimestamp vector(String prefix, int shift) {
        Map<String, Long> counters = new TreeMap<>();
        for (int i = 0; i < SIZE; i++) {
            counters.put(prefix + i, COUNTERS[(i + shift) % COUNTERS.length]);
        }
        return VectorTimestamp.of(counters);
    }
}
