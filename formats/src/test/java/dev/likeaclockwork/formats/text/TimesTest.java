// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-23T10:00:00Z            | 2026-11-23T10:00:00Z",
                "2026-11-23t10:00:00.5z          | 2026-11-23T10:00:00.5Z",
                "2026-11-23 10:00:00,123         | 2026-11-23T10:00:00.123Z",
                "2026-11-23T10:00:00.123456789123+02:00 | 2026-11-23T08:00:00.123456789Z",
                "2026-11-23T10:00:00-0330        | 2026-11-23T13:30:00Z",
                "2026-11-23T10:00:00 +01         | 2026-11-23T09:00:00Z",
                "2026-11-23T10:00                | 2026-11-23T10:00:00Z",
                "2026-11-23                      | 2026-11-23T00:00:00Z",
                "2016-12-31T23:59:60Z            | 2017-01-01T00:00:00Z",
                "1795428000                      | 2026-11-23T10:00:00Z",
                "1795428000.25                   | 2026-11-23T10:00:00.25Z",
                "1795428000123                   | 2026-11-23T10:00:00.123Z",
                "1795428000123456                | 2026-11-23T10:00:00.123456Z",
                "1795428000123456789             | 2026-11-23T10:00:00.123456789Z",
                "1.795428E9                      | 2026-11-23T10:00:00Z",
            })
    void timesAsLogsWriteThem_areRead(String text, Instant time) {
        assertThat(Times.parse(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "now",
                "10:00:00",
                "2026-13-01T00:00:00Z",
                "2026-02-30",
                "2026-11-23T24:00:00Z",
                "2026-11-23T10:60:00Z",
                "2026-11-23T10:00:61Z",
                "2026-11-23T10:00:00.Z",
                "2026-11-23T10:00:00X",
                "2026-11-23T10:00:00+19:00",
                "2026-11-23T10:00:00Z!",
                "2026-11-23T1",
                "1e99999999",
                "99999999999999999999",
                "NaN",
                "23/Nov/2026:10:00:00"
            })
    void otherTexts_areNone(String text) {
        assertThat(Times.parse(text)).isNull();
    }

    @Test
    void randomTimes_areReadAsTheLibraryWritesThem() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * (random.nextInt(18 * 120) - 18 * 60));
            OffsetDateTime time = Instant.ofEpochSecond(
                            random.nextLong(253_000_000_000L), random.nextInt(1_000_000_000))
                    .atOffset(offset);

            assertThat(Times.parse(time.toString())).isEqualTo(time.toInstant());
        }
    }
}
