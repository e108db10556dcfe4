// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GlobTest {
    @Test
    void stars_standForAnythingAndQuestionMarksForOneCharacter() {
        assertThat(new Glob("order.*").matches("order.created")).isTrue();
        assertThat(new Glob("order.*").matches("order.")).isTrue();
        assertThat(new Glob("order.*").matches("orders")).isFalse();
        assertThat(new Glob("?").matches("")).isFalse();
        assertThat(new Glob("*").matches("")).isTrue();
        assertThat(new Glob("a*b*c").matches("a-b-b-c")).isTrue();
        assertThat(new Glob("a*b*c").matches("a-b-c-")).isFalse();
    }

    @Test
    void backslash_takesTheMeaningOfWhatFollows() {
        assertThat(new Glob("\\*").matches("*")).isTrue();
        assertThat(new Glob("\\*").matches("a")).isFalse();
        assertThat(new Glob("say \\\"hi\\\"").matches("say \"hi\"")).isTrue();
        assertThat(new Glob("end\\").matches("end\\")).isTrue();
    }

    @Test
    void randomPatterns_matchAsTheRegularExpressionsThatTheyStandFor() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            String pattern = text(random, "ab*?", 8);
            String text = text(random, "ab", 10);
            String regex = pattern.replace("*", ".*").replace("?", ".");
            assertThat(new Glob(pattern).matches(text))
                    .as(pattern + " on " + text)
                    .isEqualTo(Pattern.matches(regex, text));
        }
    }

    private static String text(Random random, String alphabet, int longest) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(longest + 1); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    @Test
    void manyStars_takeNoExponentialTime() {
        assertThat(new Glob("*a".repeat(50) + "b").matches("a".repeat(10_000))).isFalse();
    }
}
