// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.wire.WireLimits;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reader by words takes is what the careful reader reads; all that is malformed is left to that. */
class SortedTextTest {
    /** Legal ones around those that are not. */
    private static final String IN_IDS = "!\"+-<>?@Az~/0";

    private static final String ANYWHERE =
            IN_IDS + "=,19 \t\u0000\u001f\u007f\u0080\u00bd\u00ff\u012c\u013d\u0131\u0416";

    @Test
    void sortedHeaders_areReadByWords() {
        for (long seed = 0; seed < 3_000; seed++) {
            VectorTimestamp written = anyTimestamp(new SplittableRandom(seed));

            VectorTimestamp read = SortedText.read(written.toString(), WireLimits.DEFAULT, null);

            assertThat(String.valueOf(read)).as("seed %s", seed).isEqualTo(written.toString());
        }
    }

    @Test
    void anyHeader_isReadAsTheCarefulReaderDoesOrLeftToIt() {
        int taken = 0;
        for (long seed = 0; seed < 30_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String header = MutatedText.of(anyTimestamp(random).toString(), ANYWHERE, random.nextInt(1, 3), random);

            VectorTimestamp read = SortedText.read(header, WireLimits.DEFAULT, null);

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

                assertThat(SortedText.read(foreign, WireLimits.DEFAULT, null))
                        .as(foreign)
                        .isNull();
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
        assertThat(SortedText.read(header, WireLimits.DEFAULT, null)).isNull();
    }

    @Test
    void whatTheLastHeaderLeftBehind_isNotRead() {
        assertThat(SortedText.read("stale-node=11111111,stale-peer=22222222", WireLimits.DEFAULT, null))
                .isNotNull();

        assertThat(SortedText.read("stale-node", WireLimits.DEFAULT, null)).isNull();
        assertThat(SortedText.read("stale-node=", WireLimits.DEFAULT, null)).isNull();
        assertThat(String.valueOf(SortedText.read("stale-node=1", WireLimits.DEFAULT, null)))
                .isEqualTo("stale-node=1");
    }

    @Test
    void limits_areKept() {
        String header = "a=1,b=2";

        assertThat(SortedText.read(header, new WireLimits(2, 7), null)).isNotNull();
        assertThat(SortedText.read(header, new WireLimits(1, 7), null)).isNull();
        assertThat(SortedText.read(header, new WireLimits(2, 6), null)).isNull();
        assertThat(SortedText.read("a".repeat(128) + "=1", WireLimits.DEFAULT, null))
                .isNotNull();
        assertThat(SortedText.read("a".repeat(129) + "=1", WireLimits.DEFAULT, null))
                .isNull();
    }

    @Test
    void headersOverTheUsualSize_areReadAndWrittenAllTheSame() {
        for (int entries : new int[] {128, 129, 200}) {
            String header = IntStream.range(1_000, 1_000 + entries)
                    .mapToObj(i -> "n" + i + "=" + i)
                    .collect(Collectors.joining(","));

            assertThat(VectorText.encode(VectorTimestamp.parse(header))).isEqualTo(header);
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
        return new TextEntries("h", header, WireLimits.DEFAULT).read().toString();
    }
}
