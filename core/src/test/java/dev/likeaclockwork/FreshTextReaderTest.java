// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.internal.careful.TextReader;
import dev.likeaclockwork.internal.fast.FreshTextReader;
import dev.likeaclockwork.internal.vector.SharedVector;
import dev.likeaclockwork.wire.WireLimits;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reader by words takes is what the careful reader reads; all that is malformed is left to that. */
class FreshTextReaderTest {
    /** Legal ones around those that are not. */
    private static final String IN_IDS = "!\"+-<>?@Az~/0";

    private static final String ANYWHERE =
            IN_IDS + "=,19 \t\u0000\u001f\u007f\u0080\u00bd\u00ff\u012c\u013d\u0131\u0416";

    @Test
    void sortedHeaders_areReadByWords() {
        for (long seed = 0; seed < 3_000; seed++) {
            VectorTimestamp written = anyTimestamp(new SplittableRandom(seed));

            VectorTimestamp read = fresh(written.toString(), WireLimits.DEFAULT);

            assertThat(String.valueOf(read)).as("seed %s", seed).isEqualTo(written.toString());
        }
    }

    @Test
    void anyHeader_isReadAsTheCarefulReaderDoesOrLeftToIt() {
        int taken = 0;
        for (long seed = 0; seed < 30_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String header = MutatedText.of(anyTimestamp(random).toString(), ANYWHERE, random.nextInt(1, 3), random);

            VectorTimestamp read = fresh(header, WireLimits.DEFAULT);

            if (read != null) {
                taken++;
                assertThat(read.toString()).as("seed %s: %s", seed, header).isEqualTo(carefully(header));
            }
        }
        assertThat(taken).isBetween(3_000, 20_000);
    }

    @Test
    void foreignCharacter_isNotTakenForTheOneOfItsLowerByte() {
        String header = "node-one=12,node-two=3";
        for (int place = 0; place < header.length(); place++) {
            for (int page : new int[] {0x80, 0x100, 0x2600}) {
                String foreign =
                        header.substring(0, place) + (char) (header.charAt(place) + page) + header.substring(place + 1);

                assertThat(fresh(foreign, WireLimits.DEFAULT)).as(foreign).isNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a=",
                "=1",
                "a=1,",
                ",a=1",
                "a=1,,b=1",
                "a=1 ",
                " a=1",
                "a=1, b=1",
                "b=1,a=1",
                "a=1,a=1",
                "a=1,a=2",
                "ab=1,a=1",
                "a==1",
                "a=-1",
                "a=9007199254740992",
                "a=99999999999999999999",
                "a=1;b=1",
                "a=1x",
                "eight-of=1=1"
            })
    void whatIsWrittenOtherwise_isLeftToTheCarefulReader(String header) {
        assertThat(fresh(header, WireLimits.DEFAULT)).isNull();
    }

    @Test
    void whatTheLastHeaderLeftBehind_isNotRead() {
        assertThat(fresh("stale-node=11111111,stale-peer=22222222", WireLimits.DEFAULT))
                .isNotNull();

        assertThat(fresh("stale-node", WireLimits.DEFAULT)).isNull();
        assertThat(fresh("stale-node=", WireLimits.DEFAULT)).isNull();
        assertThat(String.valueOf(fresh("stale-node=1", WireLimits.DEFAULT))).isEqualTo("stale-node=1");
    }

    @Test
    void limits_areKept() {
        String header = "a=1,b=2";

        assertThat(fresh(header, new WireLimits(2, 7))).isNotNull();
        assertThat(fresh(header, new WireLimits(1, 7))).isNull();
        assertThat(fresh(header, new WireLimits(2, 6))).isNull();
        assertThat(fresh("a".repeat(128) + "=1", WireLimits.DEFAULT)).isNotNull();
        assertThat(fresh("a".repeat(129) + "=1", WireLimits.DEFAULT)).isNull();
    }

    @Test
    void headersOverTheUsualSize_areReadAndWrittenAllTheSame() {
        for (int entries : new int[] {128, 129, 200}) {
            String header = IntStream.range(1_000, 1_000 + entries)
                    .mapToObj(i -> "n" + i + "=" + i)
                    .collect(Collectors.joining(","));

            assertThat(Wire.text(VectorTimestamp.parse(header))).isEqualTo(header);
        }
    }

    /** With ids that end at any place of a word, and share any part of one. */
    private static VectorTimestamp anyTimestamp(SplittableRandom random) {
        Map<String, Long> counters = new TreeMap<>();
        String shared = anyId(random, random.nextInt(20));
        int size = random.nextInt(1, 9);
        for (int i = 0; i < size; i++) {
            counters.put(
                    shared + anyId(random, random.nextInt(1, 12)),
                    random.nextLong(WireLimits.MAX_COUNTER) >>> random.nextInt(53));
        }
        return VectorTimestamp.of(counters);
    }

    private static String anyId(SplittableRandom random, int length) {
        return random.ints(length, 0, IN_IDS.length())
                .mapToObj(i -> IN_IDS.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private static String carefully(String header) {
        return VectorTimestamp.from(new TextReader("h", header, WireLimits.DEFAULT).read())
                .toString();
    }

    @Test
    void headersOfAnySize_areWrittenAndReadAgain() {
        for (int entries : new int[] {126, 127, 128, 129, 300}) {
            Map<String, Long> counters = new TreeMap<>();
            for (int i = 0; i < entries; i++) {
                counters.put("size-" + entries + "/" + i, (long) i);
            }
            VectorTimestamp timestamp = VectorTimestamp.of(counters);
            WireLimits limits = new WireLimits(400, 65_536);

            String header = Wire.text(timestamp);

            assertThat(Wire.parse("h", header, limits)).isEqualTo(timestamp);
            assertThat(Wire.parse("h", header + ",size=1", limits).size()).isEqualTo(entries + 1);
        }
    }

    private static @Nullable VectorTimestamp fresh(String text, WireLimits limits) {
        SharedVector read = FreshTextReader.read(text, limits);
        return read == null ? null : VectorTimestamp.from(read);
    }
}
