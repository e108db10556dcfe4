// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.likeaclockwork.internal.fast.TextScanner;
import dev.likeaclockwork.internal.vector.NodeId;
import dev.likeaclockwork.wire.WireLimits;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a clock makes of headers that it read is written as everything else is, to the character. */
class ReceivedTextWriterTest {
    @Test
    void headersOfWhatWasRead_areTheTextForm() {
        int passedOn = 0;
        for (long seed = 0; seed < 5_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            VectorClock clock = VectorClock.resume(anyId(random), readHeader(random));
            for (int message = 0; message < 8; message++) {
                VectorTimestamp sent = next(clock, random);
                passedOn += sent.shared.text == null ? 0 : 1;

                assertThat(Wire.text(sent)).as("seed %s", seed).isEqualTo(plainText(sent));
            }
        }
        assertThat(passedOn).isGreaterThan(10_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "m | a=1,z=2 | a=1,m=1,z=2",
                "m | n=1 | m=1,n=1",
                "m | a=1 | a=1,m=1",
                "m | m=9 | m=10",
                "m | m=9,mm=3 | m=10,mm=3",
                "m | am=7,m=9,mm=3 | am=7,m=10,mm=3",
                "m | mm=3 | m=1,mm=3",
                "mm | m=3 | m=3,mm=1",
                "mm | m=3,mm=99,mmm=4 | m=3,mm=100,mmm=4"
            })
    void ownEntry_isPutWhereItBelongs(String node, String header, String expected) {
        VectorClock clock = VectorClock.resume(node, VectorTimestamp.parse(header));

        assertThat(Wire.text(clock.tick())).isEqualTo(expected);
    }

    @Test
    void counterOfTheSenderInThisProcess_isNotThatOfTheHeaderItRead() {
        VectorClock sender = VectorClock.resume("in-process", VectorTimestamp.parse("in-process=4,other=1"));
        VectorClock receiver = new VectorClock("the-receiver");

        receiver.receive(sender.tick());

        assertThat(Wire.text(receiver.tick())).isEqualTo("in-process=5,other=1,the-receiver=2");
    }

    @Test
    void ownCounterBeyondTheWire_isRefused() {
        VectorTimestamp last = VectorTimestamp.parse("full=" + WireLimits.MAX_COUNTER + ",half=1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wire.text(VectorClock.resume("full", last).tick()))
                .withMessageContaining("'full'")
                .withMessageContaining("9007199254740992");
    }

    @Test
    void headersAsLongAsAreRead_arePassedOn() {
        for (int length = TextScanner.MAX_CHARS - 2; length <= TextScanner.MAX_CHARS + 2; length++) {
            String header = entriesOf(length);
            String longest = "z".repeat(NodeId.MAX_LENGTH);
            VectorTimestamp last = VectorTimestamp.of(Map.of(longest, WireLimits.MAX_COUNTER - 1));
            VectorClock clock = VectorClock.resume(longest, last);

            clock.receive(VectorTimestamp.parse(header));

            assertThat(Wire.text(clock.snapshot())).isEqualTo(header + "," + longest + "=" + WireLimits.MAX_COUNTER);
        }
    }

    /** A header of so many characters. */
    private static String entriesOf(int length) {
        StringBuilder header = new StringBuilder();
        for (int i = 1_000; header.length() < length - 110; i++) {
            header.append("n").append(i).append("-").append("x".repeat(90)).append("=1,");
        }
        return header.append("o".repeat(length - header.length() - 2))
                .append("=1")
                .toString();
    }

    private static VectorTimestamp next(VectorClock clock, SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> clock.receive(readHeader(random));
            case 1 -> clock.receive(answer(clock.snapshot(), random));
            case 2 -> clock.merge(answer(clock.snapshot(), random));
            case 3 -> clock.snapshot();
            case 4 ->
                clock.receive(
                        VectorClock.resume(anyId(random), readHeader(random)).send());
            default -> clock.send();
        };
    }

    /** What somebody answers who knows what was told, and more. */
    private static VectorTimestamp answer(VectorTimestamp told, SplittableRandom random) {
        VectorClock other = VectorClock.resume(anyId(random), told);
        other.receive(readHeader(random));
        return VectorTimestamp.parse(other.send().toString());
    }

    private static VectorTimestamp readHeader(SplittableRandom random) {
        Map<String, Long> counters = new TreeMap<>();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            counters.put(anyId(random), random.nextLong(1L << 40) >>> random.nextInt(40));
        }
        return VectorTimestamp.parse(VectorTimestamp.of(counters).toString());
    }

    /** One of many, some of which begin with others, so that memberships are mostly new. */
    private static String anyId(SplittableRandom random) {
        return random.ints(random.nextInt(1, 6), 0, 3)
                .mapToObj(i -> "abc".substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private static String plainText(VectorTimestamp timestamp) {
        return timestamp.toMap().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }
}
