// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.wire.WireLimits;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An answer that says again what its call told is read as the careful reader reads it. */
class EchoedTextTest {
    private static final String ALPHABET = "ab/";
    private static final String ANYTHING = "ab/=,0129 \u00e9\u0416";

    private final TextScanner scanner = new TextScanner();

    @Test
    void answers_areReadAsTheCarefulReaderDoes() {
        for (long seed = 0; seed < 20_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            VectorTimestamp told = anyTimestamp(random);
            String answer = answer(told, random).toString();

            VectorTimestamp read = read(told.toString(), answer);

            if (read != null || commonEnds(told.toString(), answer)) {
                assertThat(String.valueOf(read)).as("seed %s: %s", seed, told).isEqualTo(answer);
            }
        }
    }

    @Test
    void anythingElse_isReadAsTheCarefulReaderDoesOrLeftToAnother() {
        int taken = 0;
        for (long seed = 0; seed < 60_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            VectorTimestamp told = anyTimestamp(random);
            String header = MutatedText.of(answer(told, random).toString(), ANYTHING, random.nextInt(1, 3), random);

            VectorTimestamp read = read(told.toString(), header);

            if (read != null) {
                taken++;
                assertThat(read.toString())
                        .as("seed %s: %s, %s", seed, told, header)
                        .isEqualTo(new TextEntries("h", header, WireLimits.DEFAULT)
                                .read()
                                .toString());
            }
        }
        assertThat(taken).isBetween(5_000, 50_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "b=1,d=2 | b=1,d=2",
                "b=1,d=2 | b=1,d=2,e=3",
                "b=1,d=2 | a=1,b=1,d=2",
                "b=1,d=2 | b=1,c=9,d=2",
                "b=1,d=2 | b=1,c=9,cc=9,d=2",
                "b=1,d=2 | b=1,d=3",
                "b=1,d=2 | b=1,d=22",
                "b=1,d=2 | b=10,d=2",
                "b=1,d=2 | b=1",
                "b=1,d=2 | d=2",
                "b=1,c=1,d=2 | b=1,d=2",
                "b=1,d=2 | b=1,xd=2",
                "b=1,d=2 | a=1,ad=2,d=2",
                "b=1,bb=1 | b=1,bb=1,bbb=1",
                "bb=1,bbb=1 | b=1,bb=1,bbb=1"
            })
    void whatIsBetween_isRead(String told, String answer) {
        assertThat(String.valueOf(read(told, answer))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "b=1,d=2 | b=1,a=1,d=2",
                "b=1,d=2 | b=1,e=1,d=2",
                "b=1,d=2 | b=1,b=1,d=2",
                "b=1,d=2 | b=1,d=2,d=2",
                "b=1,d=2 | e=1,b=1,d=2",
                "b=1,d=2 | b=1,d=2,",
                "b=1,d=2 | ,b=1,d=2",
                "b=1,d=2 | b=1,,d=2",
                "b=1,d=2 | b=1,c,d=2",
                "b=1,d=2 | b=1,c=,d=2",
                "b=1,d=2 | b=1,c=01,d=2",
                "b=1,d=2 | b=1,c=1;d=2",
                "b=1,d=2 | b=1 ,d=2",
                "b=1,d=2 | a=5",
                "b=1,d=2 | ab=1"
            })
    void whatIsMalformedOrNotTheSame_isLeftToAnother(String told, String header) {
        assertThat(read(told, header)).isNull();
    }

    @Test
    void limitOfEntries_isKept() {
        VectorTimestamp told = VectorTimestamp.parse("b=1,d=2");
        for (String answer : new String[] {"b=1,c=1,d=2", "a=1,b=1,d=2", "b=1,d=2,e=1"}) {
            assertThat(scanner.load(answer)).isTrue();

            assertThat(EchoedText.read(scanner, answer, new WrittenText("b=1,d=2", told), 3))
                    .isNotNull();
            assertThat(EchoedText.read(scanner, answer, new WrittenText("b=1,d=2", told), 2))
                    .isNull();
        }
        assertThat(scanner.load("b=1,d=2")).isTrue();
        assertThat(EchoedText.read(scanner, "b=1,d=2", new WrittenText("b=1,d=2", told), 2))
                .isNotNull();
        assertThat(EchoedText.read(scanner, "b=1,d=2", new WrittenText("b=1,d=2", told), 1))
                .isNull();
    }

    @Test
    void callOfAnAnswer_isFoundByItsFirstOrItsLastNode() {
        VectorClock caller = VectorClock.resume("echo-caller/1", VectorTimestamp.parse("echo-gate/7=3,echo-mesh/4=2"));
        String call = VectorText.encode(caller.send());

        for (String answer : new String[] {call + ",echo-payment/9=2", "a/9=2," + call, call}) {
            assertThat(like(answer)).as(answer).isNotNull();
            assertThat(like(answer).text).isEqualTo(call);
            assertThat(VectorTimestamp.parse(answer).toString()).isEqualTo(answer);
        }
        assertThat(like("a/9=2," + call + ",echo-payment/9=2")).isNull();
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

            String header = VectorText.encode(timestamp);

            assertThat(VectorText.decode("h", header, limits)).isEqualTo(timestamp);
            assertThat(VectorText.decode("h", header + ",size=1", limits).size())
                    .isEqualTo(entries + 1);
        }
    }

    private static WrittenText like(String header) {
        return WrittenText.like(IdHash.ofFirst(header), IdHash.ofLast(header));
    }

    private VectorTimestamp read(String told, String header) {
        WrittenText written = new WrittenText(told, VectorTimestamp.parse(told));
        return scanner.load(header) ? EchoedText.read(scanner, header, written, TextScanner.MAX_ENTRIES) : null;
    }

    /** Whether two headers have their first or their last entry in common. */
    private static boolean commonEnds(String told, String answer) {
        String[] first = told.split(",", -1);
        String[] second = answer.split(",", -1);
        return first[0].equals(second[0]) || first[first.length - 1].equals(second[second.length - 1]);
    }

    /** What somebody answers who knows some of what was told, and more. */
    private static VectorTimestamp answer(VectorTimestamp told, SplittableRandom random) {
        Map<String, Long> counters = new TreeMap<>(told.toMap());
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            String any = told.nodes().get(random.nextInt(told.size()));
            switch (random.nextInt(3)) {
                case 0 -> counters.put(any, random.nextLong(WireLimits.MAX_COUNTER) >>> random.nextInt(53));
                case 1 -> counters.remove(any);
                default -> counters.putAll(anyTimestamp(random).toMap());
            }
        }
        counters.putIfAbsent(told.nodes().get(0), told.get(told.nodes().get(0)));
        return VectorTimestamp.of(counters);
    }

    private static VectorTimestamp anyTimestamp(SplittableRandom random) {
        Map<String, Long> counters = new TreeMap<>();
        for (int i = random.nextInt(1, 7); i > 0; i--) {
            String id = random.ints(random.nextInt(1, 12), 0, ALPHABET.length())
                    .mapToObj(c -> ALPHABET.substring(c, c + 1))
                    .collect(Collectors.joining());
            counters.put(id, random.nextLong(WireLimits.MAX_COUNTER) >>> random.nextInt(53));
        }
        return VectorTimestamp.of(counters);
    }
}
