// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.internal.careful.PackReader;
import dev.likeaclockwork.internal.careful.TextReader;
import dev.likeaclockwork.wire.MalformedCausalityException;
import dev.likeaclockwork.wire.WireLimits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The codecs of known memberships give what the careful ones give, to the character. */
class KnownMembershipTest {
    @Test
    void writtenHeaders_areTheTextForm() {
        for (long seed = 0; seed < 3_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            VectorClock clock = VectorClock.resume("n" + random.nextInt(9), anyTimestamp(random));
            for (int message = 0; message < 12; message++) {
                VectorTimestamp sent = next(clock, random);

                assertThat(Wire.text(sent)).as("seed %s", seed).isEqualTo(plainText(sent));
            }
        }
    }

    @Test
    void oneTimestamp_isWrittenTheSameEachTime() {
        VectorTimestamp timestamp = VectorTimestamp.parse("again-a=1,again-b=20");

        for (int i = 0; i < 5; i++) {
            assertThat(Wire.text(timestamp)).isEqualTo("again-a=1,again-b=20");
        }
    }

    @Test
    void counterBeyondTheWire_isRefusedWhereOnlyItHasChanged() {
        VectorTimestamp last = VectorTimestamp.of(Map.of("edge-a", WireLimits.MAX_COUNTER, "edge-b", 1L));
        for (int i = 0; i < 3; i++) {
            assertThat(Wire.text(last)).isEqualTo("edge-a=9007199254740991,edge-b=1");
        }

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wire.text(VectorClock.resume("edge-a", last).tick()))
                .withMessageContaining("edge-a")
                .withMessageContaining("9007199254740992");
    }

    @Test
    void readHeaders_areWhatTheCarefulReaderReads() {
        for (long seed = 0; seed < 3_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            VectorClock clock = VectorClock.resume("n" + random.nextInt(9), anyTimestamp(random));
            for (int message = 0; message < 12; message++) {
                String header = MutatedText.of(
                        next(clock, random).toString(), "0123456789=,-n ?\u00e9\u0416", random.nextInt(3), random);

                assertThat(read(() -> Wire.parse("h", header, WireLimits.DEFAULT)))
                        .as("seed %s: %s", seed, header)
                        .isEqualTo(read(
                                () -> VectorTimestamp.from(new TextReader("h", header, WireLimits.DEFAULT).read())));
            }
        }
    }

    @Test
    void packedVectors_areWhatTheCarefulReaderReads() {
        for (long seed = 0; seed < 3_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            VectorClock clock = VectorClock.resume("n" + random.nextInt(9), anyTimestamp(random));
            for (int message = 0; message < 12; message++) {
                VectorTimestamp sent = next(clock, random);
                byte[] packed = Wire.pack(sent);
                assertThat(read(() -> VectorTimestamp.from(new PackReader("h", packed, WireLimits.DEFAULT).read())))
                        .isEqualTo(sent.toString());
                byte[] broken = mutated(packed, random);

                assertThat(read(() -> Wire.unpack("h", broken, WireLimits.DEFAULT)))
                        .as("seed %s", seed)
                        .isEqualTo(read(
                                () -> VectorTimestamp.from(new PackReader("h", broken, WireLimits.DEFAULT).read())));
            }
        }
    }

    @Test
    void lettersOutsideLatin_areNotTakenForTheQuestionMarkOfAKnownId() {
        for (String id : new String[] {"who?-is-it", "?-is-it"}) {
            for (int i = 0; i < 4; i++) {
                assertThat(VectorTimestamp.parse(id + "=1").get(id)).isEqualTo(1);
            }

            assertThatThrownBy(() -> VectorTimestamp.parse(id.replace('?', '\u0416') + "=1"))
                    .isInstanceOf(MalformedCausalityException.class)
                    .hasMessageContaining("'\\u0416' at position " + id.indexOf('?'));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "first-node=2,last-node=x",
                "First-node=2,last-node=3",
                "first-node=2,last-node=",
                "first-node=2,last-nodf=2",
                "first-node=2,last-node=2,"
            })
    void malformedHeaders_areRefusedForKnownMembershipsToo(String header) {
        for (int i = 0; i < 4; i++) {
            VectorTimestamp.parse("first-node=1,last-node=" + i);
        }

        assertThat(read(() -> VectorTimestamp.parse(header)))
                .isEqualTo(read(() ->
                        VectorTimestamp.from(new TextReader("X-Causality-Vector", header, WireLimits.DEFAULT).read())));
    }

    @Test
    void limits_holdForKnownMembershipsToo() {
        for (int i = 0; i < 4; i++) {
            VectorTimestamp.parse("limit-a=1,limit-b=" + i);
        }

        assertThatThrownBy(() -> Wire.parse("h", "limit-a=1,limit-b=1", new WireLimits(1, 8192)))
                .hasMessageContaining("limit of 1");
        assertThatThrownBy(() -> Wire.parse("h", "limit-a=1,limit-b=1", new WireLimits(256, 18)))
                .hasMessageContaining("limit of 18");
    }

    @Test
    void countersBeyondTheWire_areNeverWritten() {
        VectorClock clock = VectorClock.resume("end", VectorTimestamp.of(Map.of("end", WireLimits.MAX_COUNTER - 3)));
        for (int i = 0; i < 3; i++) {
            assertThat(Wire.text(clock.tick())).isEqualTo(clock.toString());
        }

        VectorTimestamp beyond = clock.tick();

        assertThatIllegalArgumentException().isThrownBy(() -> Wire.text(beyond)).withMessageContaining("'end'");
        for (int i = 0; i < 300; i++) { // more than there is room for, so that none is known
            VectorTimestamp unknown = VectorTimestamp.of(Map.of("unknown-" + i, WireLimits.MAX_COUNTER + 1));
            assertThatIllegalArgumentException().isThrownBy(() -> Wire.text(unknown));
        }
        for (int i = 0; i < 3; i++) {
            Wire.text(VectorTimestamp.of(Map.of("wider", 1L, "widest", 1L)));
        }
        VectorTimestamp wider = VectorTimestamp.of(Map.of("wider", 10L, "widest", WireLimits.MAX_COUNTER + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Wire.text(wider));
    }

    private static VectorTimestamp next(VectorClock clock, SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> clock.receive(anyTimestamp(random));
            case 1 -> clock.snapshot();
            case 2 -> clock.merge(anyTimestamp(random));
            default -> clock.send();
        };
    }

    /** Few memberships, so that they are known soon, and counters around every change of width. */
    private static VectorTimestamp anyTimestamp(SplittableRandom random) {
        Map<String, Long> counters = new TreeMap<>();
        int size = random.nextInt(1, 4) * 3;
        for (int i = 0; i < size; i++) {
            long power = (long) Math.pow(10, random.nextInt(15));
            counters.put("n" + i + "-".repeat(i * 2), power + random.nextLong(-1, 2));
        }
        return VectorTimestamp.of(counters);
    }

    private static String plainText(VectorTimestamp timestamp) {
        List<String> entries = new ArrayList<>();
        timestamp.toMap().forEach((node, counter) -> entries.add(node + "=" + counter));
        return String.join(",", entries);
    }

    private static byte[] mutated(byte[] packed, SplittableRandom random) {
        byte[] bytes = packed.clone();
        for (int left = random.nextInt(3); left > 0; left--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return new String(bytes, 0, bytes.length - random.nextInt(2), StandardCharsets.ISO_8859_1)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What reading gives, a refusal included. */
    private static String read(java.util.function.Supplier<VectorTimestamp> reader) {
        try {
            return reader.get().toString();
        } catch (MalformedCausalityException e) {
            return e.getMessage();
        }
    }
}
