// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.wire.MalformedCausalityException;
import dev.likeaclockwork.wire.WireLimits;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What decoding allocates: little for a refusal, and for what is accepted no more than four times what it may be long.
 */
class AllocationTest {
    private static final int REFUSAL = 4 << 10;
    private static final int ACCEPTANCE = 4 * WireLimits.DEFAULT.maxBytes();
    private static final int CASES = 3_000;
    private static final byte[] NO_PAYLOAD = {};

    private long worstRefusal;
    private String reasonOfWorst = "";
    private long worstAcceptance;

    @Test
    void textVectors_stayWithinTheBounds() {
        for (long seed = 0; seed < CASES; seed++) {
            String text = anyText(new SplittableRandom(seed));
            measure(() -> VectorTimestamp.parse(text));
        }

        assertBounds();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 64, 80, 120, 170, 250})
    void vectorsOfAKnownMembership_stayWithinTheBounds(int size) {
        String text = entries(new SplittableRandom(7), size);
        byte[] packed = Wire.pack(VectorTimestamp.parse(text));
        for (int i = 0; i < 3; i++) {
            VectorTimestamp.parse(text);
            Wire.unpack("h", packed, WireLimits.DEFAULT);
        }
        for (int place = 0; place < text.length(); place++) {
            String broken = text.substring(0, place) + '!' + text.substring(place + 1);
            measure(() -> VectorTimestamp.parse(broken));
        }
        for (int place = 0; place < packed.length; place++) {
            byte[] broken = packed.clone();
            broken[place] = (byte) 0xFF;
            measure(() -> Wire.unpack("h", broken, WireLimits.DEFAULT));
        }

        assertBounds();
    }

    @Test
    void packedVectors_stayWithinTheBounds() {
        for (long seed = 0; seed < CASES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] bytes = Wire.pack(VectorTimestamp.parse(entries(random, random.nextInt(1, 250))));
            for (int left = random.nextInt(3); left > 0; left--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            measure(() -> Wire.unpack("h", bytes, WireLimits.DEFAULT));
        }

        assertBounds();
    }

    @Test
    void smallPackedBombs_stayWithinTheBounds() {
        byte[][] bombs = {
            {(byte) 0xDF, 0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF},
            {(byte) 0xDE, 0x01, 0x00, (byte) 0xDB, 0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF},
            {(byte) 0x81, (byte) 0xC6, 0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 'a'},
        };
        for (byte[] bomb : bombs) {
            measure(() -> Wire.unpack("h", bomb, WireLimits.DEFAULT));
            measure(() -> Wire.unpack("h", bomb, new WireLimits(Integer.MAX_VALUE, Integer.MAX_VALUE)));
        }

        assertBounds();
    }

    @Test
    void vectorsThatClaimMoreEntriesThanTheyHave_takeNoMoreThanFourTimesTheirBytes() {
        WireLimits wide = new WireLimits(1 << 20, WireLimits.DEFAULT.maxBytes());
        byte[] claims = new byte[wide.maxBytes()];
        claims[0] = (byte) 0xDF;
        claims[2] = 0x0F;
        String commas = "a=1" + ",".repeat(wide.maxBytes() - 3);

        assertThat(Allocated.by(() -> refusal(() -> Wire.unpack("h", claims, wide))))
                .isLessThanOrEqualTo(4L * claims.length);
        assertThat(Allocated.by(() -> refusal(() -> Wire.parse("h", commas, wide))))
                .isLessThanOrEqualTo(4L * commas.length() + REFUSAL);
        assertThat(Allocated.by(() -> refusal(() -> Wire.parse("h", "a=1,b=!", wide))))
                .isLessThanOrEqualTo(REFUSAL);
    }

    @Test
    void lamportTimes_stayWithinTheBounds() {
        for (int length = 0; length < 9_000; length += 7) {
            String text = "x".repeat(length) + ":1";
            measure(() -> LamportTimestamp.parse(text));
            String broken = text + "x";
            measure(() -> LamportTimestamp.parse(broken));
        }

        assertBounds();
    }

    @Test
    void binaryTexts_stayWithinTheBounds() {
        for (int length = 0; length < 9_000; length += 7) {
            byte[] text = "x".repeat(length).getBytes(StandardCharsets.US_ASCII);
            byte[] lamport = ("x".repeat(length) + ":1").getBytes(StandardCharsets.US_ASCII);
            measure(() -> BinaryTransport.extractLamport(name -> text));
            measure(() -> BinaryTransport.extractLamport(name -> lamport));
            measure(() -> BinaryTransport.extractEvent(name -> text, NO_PAYLOAD));
        }

        assertBounds();
    }

    private void assertBounds() {
        assertThat(worstRefusal).as(reasonOfWorst).isPositive().isLessThanOrEqualTo(REFUSAL);
        assertThat(worstAcceptance).isLessThanOrEqualTo(ACCEPTANCE);
    }

    private void measure(Runnable decoder) {
        long allocated = Allocated.by(() -> refusal(decoder));
        String refusal = refusal(decoder);
        if (refusal == null) {
            worstAcceptance = Math.max(worstAcceptance, allocated);
        } else if (allocated > worstRefusal) {
            worstRefusal = allocated;
            reasonOfWorst = refusal;
        }
    }

    private static @Nullable String refusal(Runnable decoder) {
        try {
            decoder.run();
            return null;
        } catch (MalformedCausalityException e) {
            return e.getMessage();
        }
    }

    /** Up to and beyond the limits, broken in a place or two, in order or not, with short ids and long ones. */
    private static String anyText(SplittableRandom random) {
        StringBuilder text = new StringBuilder(entries(random, random.nextInt(1, 300)));
        for (int left = random.nextInt(3); left > 0; left--) {
            text.setCharAt(random.nextInt(text.length()), ",=\u0416 1".charAt(random.nextInt(5)));
        }
        return text.toString();
    }

    private static String entries(SplittableRandom random, int size) {
        StringBuilder text = new StringBuilder();
        int width = random.nextInt(9);
        int factor = random.nextBoolean() ? 1 : 7;
        for (int i = 0; i < size; i++) {
            text.append(i == 0 ? "" : ",")
                    .append(1_000 + (i * factor) % 997)
                    .append("-".repeat(width))
                    .append('=')
                    .append(i);
        }
        return text.toString();
    }

    @Test
    void theWorstInputOfFullLength_isRefusedWithinTheBound() {
        int length = WireLimits.DEFAULT.maxBytes();
        String commas = ",".repeat(length);
        String letters = "\u0416".repeat(length);
        byte[] bytes = commas.getBytes(StandardCharsets.US_ASCII);
        measure(() -> VectorTimestamp.parse(commas));
        measure(() -> VectorTimestamp.parse(letters));
        measure(() -> Wire.unpack("h", bytes, WireLimits.DEFAULT));

        assertBounds();
    }
}
