// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.formats.options.Source;
import dev.likeaclockwork.graph.event.Access;
import dev.likeaclockwork.graph.event.LoggedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void jsonLines_nameWhatWasSentAndReceived() {
        Reading reading = Reading.of("""
                {"node":"a","send":"m1","time":"2026-11-23T10:00:00Z","size":3}
                {"node":"b","send":["m2","m3"],"msg":"two at once"}
                {"node":"c","receive":["m1","m2"],"id":"x","event_id":"e7"}
                {"node":"c","receive":"m3","send":"m4","resource":"r","access":"write","version":"2"}
                {"node":"c","access":"acquire","resource":"lock"}
                {"node":"c","msg":"an ordinary log line"}
                """);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.summary())
                .containsExactly(
                        "a:0 send m1",
                        "b:0 two at once",
                        "b:0 two at once",
                        "c:0 receive m1, m2",
                        "c:0 receive m3; send m4",
                        "c:0 ");
        assertThat(reading.events()).extracting(LoggedEvent::id).containsExactly("m1", "m2", "m3", "e7", "m4", null);
        assertThat(reading.event(3).causes()).containsExactly("m1", "m2");
        assertThat(reading.event(3).fields()).isEqualTo(Map.of("id", "x"));
        assertThat(reading.event(4).causes()).containsExactly("m3");
        assertThat(reading.event(4).access()).isEqualTo(new Access("r", Access.Kind.WRITE, null, "2"));
        assertThat(reading.event(0).time()).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
        assertThat(reading.event(0).fields()).isEqualTo(Map.of("size", "3"));
    }

    @Test
    void plainLines_nameWhatWasSentAndReceived() {
        Reading reading = Reading.of("""

                a send m1
                2026-11-23T10:00:00Z b@host:1 receive m1,m0  got it
                some other line
                b send
                c receive m9
                """);

        assertThat(reading.summary()).containsExactly("a:0 send m1", "b@host:1:0 got it", "c:0 receive m9");
        assertThat(reading.events()).extracting(LoggedEvent::id).containsExactly("m1", null, null);
        assertThat(reading.event(1).causes()).isEqualTo(List.of("m1", "m0"));
        assertThat(reading.event(1).time()).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
        assertThat(reading.event(1).position()).hasToString("log:3");
        assertThat(reading.problems()).containsExactly("UNREADABLE_LINE log:5: no message is named behind 'b send'");
    }

    @Test
    void delimiter_separatesExecutions() {
        Reading reading = Reading.of(
                ReadOptions.standard().withDelimiter("^run (?<trace>\\d)"),
                Source.text("log", "a send 1\nrun 2\na send 1\n"));

        assertThat(reading.executions()).containsExactly("", "2");
    }

    @Test
    void sourcesOfAllFormats_areMixed() {
        Reading reading = Reading.of(
                ReadOptions.standard(),
                Source.text("m", "a send m1\n"),
                Source.text("j", "{\"_causality\":{\"vector\":{\"b\":1}}}\n"),
                Source.text("v", "c {\"c\":1}\nhello\n"),
                Reading.resource("shared.zipkin.json"),
                Reading.resource("follows.jaeger.json"),
                Reading.resource("batch.otlp.jsonl"));

        assertThat(reading.executions()).containsExactly("");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.events()).hasSize(3 + 8 + 8 + 3);
    }
}
