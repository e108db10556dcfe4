// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.wire.WireLimits;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DigitsTest {
    private final SplittableRandom random = new SplittableRandom(1978);

    @Test
    void append_writesWhatToStringWritesAndParseReadsItBack() {
        for (int i = 0; i < 200_000; i++) {
            long number = anyNumber(i);
            byte[] bytes = new byte[random.nextInt(2) + Digits.MAX_COUNT + 8];
            int end = Digits.append(number, bytes, 1);

            assertThat(text(bytes, 1, end)).isEqualTo(Long.toString(number));
            bytes[end] = ',';
            assertThat(Digits.end(bytes, 1)).isEqualTo(end);
            assertThat(Digits.parse(bytes, 1, end)).isEqualTo(number);
        }
    }

    @Test
    void replace_writesOverNumbersOfTheSameWidthAndNothingElse() {
        for (int i = 0; i < 200_000; i++) {
            String old = Long.toString(anyNumber(i));
            String number = Long.toString(anyNumber(i));
            String before = "x".repeat(random.nextInt(12));
            byte[] bytes = (before + old + ",y").getBytes(StandardCharsets.US_ASCII);
            boolean fits =
                    Digits.replace(Long.parseLong(number), bytes, before.length(), before.length() + old.length());

            assertThat(fits).as("%s over %s", number, old).isEqualTo(number.length() == old.length());
            assertThat(text(bytes, 0, bytes.length)).isEqualTo(before + (fits ? number : old) + ",y");
        }
    }

    @Test
    void parse_refusesEveryByteThatIsNoDigit() {
        for (int b = 0; b < 256; b++) {
            for (int place = 0; place < 8; place++) {
                byte[] bytes = "12345678".getBytes(StandardCharsets.US_ASCII);
                bytes[place] = (byte) b;
                boolean digit = b >= '0' && b <= '9';
                for (int end = place + 1; end <= 8; end++) {
                    assertThat(Digits.parse(bytes, 0, end) >= 0)
                            .as("%s at %s", b, place)
                            .isEqualTo(digit);
                }
                assertThat(Digits.parse(bytes, 0, place) >= 0).isEqualTo(place > 0);
            }
        }
    }

    @Test
    void parse_refusesWhatCannotTravel() {
        assertThat(parse("9007199254740991")).isEqualTo(WireLimits.MAX_COUNTER);
        assertThat(parse("9007199254740992")).isNegative();
        assertThat(parse("00000000000000001")).isNegative();
        assertThat(parse("")).isNegative();
    }

    private static long parse(String digits) {
        byte[] bytes = digits.getBytes(StandardCharsets.US_ASCII);
        return Digits.parse(bytes, 0, bytes.length);
    }

    /** All small numbers, then numbers of every width, powers of ten and their neighbours among them. */
    private long anyNumber(int i) {
        if (i < 20_000) {
            return i;
        }
        return i % 10 == 0
                ? (long) Math.pow(10, random.nextInt(1, 16)) + random.nextInt(-1, 2)
                : random.nextLong(1L << random.nextInt(1, 54));
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
