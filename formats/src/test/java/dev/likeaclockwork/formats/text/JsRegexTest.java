// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsRegexTest {
    /** What JavaScript finds, checked with Node.js. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '\u0001',
            value = {
                "{.*}§a {x} b§{x}",
                "a{2}§caab§aa",
                "a{2,}b{1,2}§aaabbb§aaabb",
                "a{,2}§xa{,2}§a{,2}",
                "x{y}§x{y}§x{y}",
                "[[a&&b]+§c[a&b]§[a&b",
                "[^]+§ab§ab",
                "[]|b§ab§b",
                "[{}]§a}§}",
                "\\\\w+@\\\\d§ab@1§ab@1",
                "a\\\\sb§xa\u00a0b§a\u00a0b",
                "[\\\\s]§x\ufeff§\ufeff",
                "\\\\S+§\u00a0ab\u2003§ab",
                "\\\\a\\\\z\\\\Q§xazQ§azQ",
                "\\\\/\\\\-\\\\@§x/-@§/-@",
                "\\\\x41\\\\u0042§xAB§AB",
                "(?<a_b$>.)\\\\k<a_b$>§xyy§yy",
                "(?<=x)y(?!z)§xyzxy§y",
                "/AB/i§xab§ab",
            })
    void expressions_findWhatTheyFindInJavaScript(String regex, String text, String found) {
        String unescaped = regex.replace("\\\\", "\\");
        JsRegex.Search search = JsRegex.compile("test", unescaped).search(text, 0, text.length());

        assertThat(search.find()).as(regex).isTrue();
        assertThat(text.substring(search.start(), search.end())).isEqualTo(found);
    }

    @Test
    void lines_beginAndEndAsWithTheFlagM() {
        String text = "a\nbc\nd";
        JsRegex.Search search = JsRegex.compile("test", "^(?<line>.*)$").search(text, 0, text.length());

        assertThat(search.find()).isTrue();
        assertThat(search.find()).isTrue();
        assertThat(search.group("line")).isEqualTo("bc");
        assertThat(search.group("other")).isNull();
    }

    @Test
    void expressionsThatAreNone_areRefusedWithTheirOrigin() {
        for (String regex : new String[] {"(", "(?<a>x)(?<a>y)", "(?<a", "\\k<b>", "[a", "*"}) {
            assertThatThrownBy(() -> JsRegex.compile("--parser", regex))
                    .as(regex)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("--parser is no regular expression: ")
                    .hasMessageEndingWith("in '" + regex + "'");
        }
    }

    @Test
    void expressionsThatAreTooDeep_areRefused() {
        String deep = "(".repeat(200_000) + ")".repeat(200_000);
        String longText = "ab".repeat(200_000);

        assertThatThrownBy(() -> JsRegex.compile("--parser", deep))
                .hasMessageStartingWith("--parser is no regular expression: ")
                .hasMessageEndingWith("((...'");
        assertThatThrownBy(() -> JsRegex.compile("--parser", "(?:a|b)*c")
                        .search(longText, 0, longText.length())
                        .find())
                .isInstanceOf(RegexBudget.Exhausted.class)
                .hasMessage("the expression needs too deep a stack here");
    }
}
