// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.formats.options.Source;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Spans in the form of Jaeger's interface: a call that timed out, and a span with several references. */
class JaegerTest {
    private final Reading reading = Reading.of(ReadOptions.standard(), Reading.resource("follows.jaeger.json"));

    @Test
    void clientThatFailed_didNotWaitForItsServer() {
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.event("1c2d3e4f/b1#start").causes()).containsExactly("1c2d3e4f/a2#start");
        assertThat(reading.event("1c2d3e4f/a2#end").causes()).containsExactly("1c2d3e4f/c1#end");
        assertThat(reading.event("1c2d3e4f/a1#end").causes()).containsExactly("1c2d3e4f/a2#end");
    }

    @Test
    void references_areAllCausesAndOnlyParentsWait() {
        assertThat(reading.event("1c2d3e4f/c1#start").causes())
                .containsExactlyInAnyOrder("1c2d3e4f/a1#start", "1c2d3e4f/a2#start", "1c2d3e4f/b1#start");
        assertThat(reading.event("1c2d3e4f/b1#end").causes())
                .as("another process")
                .isEmpty();
    }

    @Test
    void servicesAndTimes_areRead() {
        assertThat(reading.event("1c2d3e4f/b1#end").node()).isEqualTo("driver/b1");
        assertThat(reading.event("1c2d3e4f/b1#end").time()).isEqualTo(Instant.parse("2026-11-23T10:00:01.05Z"));
        assertThat(reading.event("1c2d3e4f/a1#start").label()).isEqualTo("start HTTP GET /dispatch");
        assertThat(reading.event("1c2d3e4f/c1#end").time())
                .as("a duration of zero")
                .isNotNull();
        assertThat(reading.event("1c2d3e4f/a1#start").position().line()).isEqualTo(6);
    }

    @Test
    void spanWithItsProcess_isReadFromALine() {
        Reading line =
                Reading.of("{\"traceID\":\"1\",\"spanID\":\"2\",\"operationName\":\"x\",\"startTime\":1,\"duration\":2,"
                        + "\"process\":{\"serviceName\":\"s\",\"tags\":[]}}\n");

        assertThat(line.summary()).containsExactly("s/2:1 start x", "s/2:2 end x");
    }

    @Test
    void linesOfADocument_endWithLineFeedsOnly() {
        Reading reading =
                Reading.of("[\r\r{\"traceID\":\"1\",\"spanID\":\"2\",\r\n\"operationName\":\"n\",\"startTime\":9},\r"
                        + "{\"operationName\":\"m\"}]");

        assertThat(reading.event(0).position()).hasToString("log:1");
        assertThat(reading.problems())
                .containsExactly("UNREADABLE_LINE log:2: the span 'm' has no id of its own or none of its trace");
    }

    @Test
    void valuesOfOtherKinds_areReported() {
        ReadOptions options = ReadOptions.standard().withFormat("jaeger");

        assertThat(Reading.of(options, Source.text("log", "{\"data\":[7,{\"x\":1}]}"))
                        .problems())
                .containsExactly(
                        "UNREADABLE_LINE log:1: 7 is no trace",
                        "UNREADABLE_LINE log:1: the span '' has no id of its own or none of its trace");
    }
}
