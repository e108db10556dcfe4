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

/**
 * Spans after the specification of OTLP, with a batch of several producers and a server whose clock is a second late.
 */
class OtlpTest {
    private static final String TRACE = "5b8efff798038103d269b633813fc60c/eee19b7ec3c1b1";
    private static final String BATCH = "11111111111111111111111111111111/c1";
    private static final String IMPORT = "22222222222222222222222222222222/d1";

    @Test
    void span_isANodeWithAStartAndAnEnd() {
        Reading reading = Reading.of(ReadOptions.standard(), Reading.resource("batch.otlp.json"));
        LoggedEvent start = reading.event(TRACE + "a1#start");
        LoggedEvent end = reading.event(TRACE + "a1#end");

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.events()).hasSize(12);
        assertThat(start.node()).isEqualTo("frontend/eee19b7ec3c1b1a1").isEqualTo(end.node());
        assertThat(List.of(start.counter(), end.counter())).containsExactly(1L, 2L);
        assertThat(List.of(start.label(), end.label())).containsExactly("start GET /checkout", "end GET /checkout");
        assertThat(start.time()).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
        assertThat(end.time()).isEqualTo(Instant.parse("2026-11-23T10:00:00.9Z"));
        assertThat(start.fields()).isEqualTo(Map.of("http.response.status_code", "200"));
        assertThat(start.position().line()).isEqualTo(14);
        assertThat(start.vector().size()).isZero();
    }

    @Test
    void causes_areThoseOfParentsServersAndChildrenThatWereWaitedFor() {
        Reading reading = Reading.of(ReadOptions.standard(), Reading.resource("batch.otlp.json"));

        assertThat(causes(reading, TRACE + "a1#start")).isEmpty();
        assertThat(causes(reading, TRACE + "a2#start")).containsExactly(TRACE + "a1#start");
        assertThat(causes(reading, TRACE + "b1#start")).containsExactly(TRACE + "a2#start");
        assertThat(causes(reading, TRACE + "b3#start")).containsExactly(TRACE + "b1#start");
        assertThat(causes(reading, TRACE + "a1#end")).containsExactly(TRACE + "a2#end");
        assertThat(causes(reading, TRACE + "a2#end")).containsExactly(TRACE + "b1#end");
        assertThat(causes(reading, TRACE + "b1#end"))
                .as("not what is published, and not what ended later")
                .containsExactly(TRACE + "b2#end");
    }

    @Test
    void batch_followsAllItsProducersAndNamesAMissingParent() {
        for (int turn = 0; turn < 2; turn++) {
            Source whole = Reading.resource("batch.otlp.json");
            Source lines = Reading.resource("batch.otlp.jsonl");
            Reading reading = turn == 0
                    ? Reading.of(ReadOptions.standard(), whole, lines)
                    : Reading.of(ReadOptions.standard(), lines, whole);

            assertThat(reading.problems()).isEmpty();
            assertThat(causes(reading, BATCH + "#start"))
                    .containsExactly(
                            "11111111111111111111111111111111/cafe#start", TRACE + "b3#start", IMPORT + "#start");
            assertThat(reading.event(BATCH + "#start").position()).hasToString("batch.otlp.jsonl:1");
            assertThat(reading.event(IMPORT + "#start").position()).hasToString("batch.otlp.jsonl:3");
            assertThat(reading.events()).extracting(LoggedEvent::id).doesNotContain(IMPORT + "#end");
        }
    }

    @Test
    void accesses_followTheSemanticConventions() {
        Reading reading = Reading.of(ReadOptions.standard(), Reading.resource("batch.otlp.json"));

        assertThat(reading.event(TRACE + "b2#end").access())
                .isEqualTo(new Access("postgresql:shop/orders", Access.Kind.WRITE, null, null));
        assertThat(reading.event(TRACE + "b2#start").access()).isNull();
        assertThat(reading.event(TRACE + "b3#end").access())
                .isEqualTo(new Access("kafka:orders/17", Access.Kind.WRITE, null, null));
        assertThat(reading.event(TRACE + "a1#end").access()).isNull();
    }

    @Test
    void brokenRequests_areReportedAndTheNextIsRead() {
        String span = "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"1\",\"spanId\":\"%s\"}]}]}]}\n";
        Reading reading = Reading.of(span.formatted("1")
                + "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"1\n"
                + span.formatted("2")
                + "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"1\",\"name\":\"x\"}]}]}]} trailing\n"
                + span.formatted("3")
                + "{\"resourceSpans\":" + "[".repeat(600) + "\n"
                + "{\"other\":1}\n"
                + "{\"resourceSpans\":[7,{\"resource\":7,\"scopeSpans\":{}},{\"scopeSpans\":[{\"spans\":[null]}]}]}\n"
                + span.formatted("4"));

        assertThat(reading.events())
                .extracting(LoggedEvent::id)
                .containsExactly("1/1#start", "1/2#start", "1/3#start", "1/4#start");
        assertThat(reading.event(3).position().line()).isEqualTo(9);
        assertThat(reading.problems())
                .extracting(problem -> problem.replaceFirst("(broken JSON).*", "$1"))
                .containsExactly(
                        "UNREADABLE_LINE log:2: broken JSON",
                        "UNREADABLE_LINE log:4: the span 'x' has no id of its own or none of its trace",
                        "UNREADABLE_LINE log:4: broken JSON",
                        "UNREADABLE_LINE log:6: broken JSON",
                        "UNREADABLE_LINE log:7: this is no OTLP request to export traces",
                        "UNREADABLE_LINE log:8: the span '' has no id of its own or none of its trace");
    }

    private static List<String> causes(Reading reading, String id) {
        return reading.event(id).causes();
    }
}
