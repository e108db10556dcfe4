// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class VisibleTest {
    @Test
    void controlsAndDirections_areEscapedAndAllElseStays() {
        assertThat(Visible.of("\u001b[31m\u0007\u202e\n\r\t\u0085\u200f\u2066\ufeff\u00ad"))
                .isEqualTo("\\u001b[31m\\u0007\\u202e\\n\\r\\t\\u0085\\u200f\\u2066\\ufeff\\u00ad");
        assertThat(Visible.of("é 你好 😀 ∥ → \\n")).isEqualTo("é 你好 😀 ∥ → \\n");
        assertThat(Visible.of("\ud83d lone \udc00 \udb40\udc41")).isEqualTo("\\ud83d lone \\udc00 \\udb40\\udc41");
    }

    @Test
    void json_meansTheSameWithEscapes() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                int c = random.nextInt(4) == 0 ? random.nextInt(0x110000) : random.nextInt(0x2100);
                text.appendCodePoint(c >= 0xd800 && c < 0xe000 ? 'x' : c);
            }
            String json = Visible.ofJson(JsonMapper.shared().writeValueAsString(text.toString()));

            assertThat(JsonMapper.shared().readTree(json).asString()).isEqualTo(text.toString());
            assertThat(json.chars()).noneMatch(c -> c < ' ' || c == 0x7f || c == 0x202e || c == 0x9b);
        }
    }

    @Test
    void cut_leavesRoomForTheEllipsisAndKeepsPairsWhole() {
        assertThat(Visible.cut("hello", 5)).isEqualTo("hello");
        assertThat(Visible.cut("hello", 4)).isEqualTo("hel…");
        assertThat(Visible.cut("😀😀😀", 2)).isEqualTo("😀…");
        assertThat(Visible.cut("a\u001bb", 4)).isEqualTo("a\\u…");
        assertThat(Visible.width("\u001b😀")).isEqualTo(7);
    }
}
