// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.formats.options.Source;
import dev.likeaclockwork.graph.event.Access;
import dev.likeaclockwork.graph.event.LoggedEvent;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    private static final String EVENT = """
            {"time":"2026-11-23T10:00:00.123Z","msg":"stock reserved","level":"INFO","tries":3,
            "_causality":{"vector":{"order-service/5k2v":3,"inventory/9f0a":1},"event_type":"stock.reserved",
            "event_id":"0194","node":"inventory/9f0a","resource":"product:42","access":"write","base":"7","version":8}}
            """.replace("\n", "");

    @Test
    void everyMember_becomesAPartOfTheEvent() {
        LoggedEvent event = Reading.of("\n" + EVENT).event(0);

        assertThat(event.position()).hasToString("log:2");
        assertThat(event.node()).isEqualTo("inventory/9f0a");
        assertThat(event.counter()).isEqualTo(1);
        assertThat(event.vector().toMap()).isEqualTo(Map.of("order-service/5k2v", 3L, "inventory/9f0a", 1L));
        assertThat(event.id()).isEqualTo("0194");
        assertThat(event.label()).isEqualTo("stock.reserved");
        assertThat(event.time()).isEqualTo(Instant.parse("2026-11-23T10:00:00.123Z"));
        assertThat(event.access()).isEqualTo(new Access("product:42", Access.Kind.WRITE, "7", "8"));
        assertThat(event.causes()).isEmpty();
        assertThat(event.fields())
                .containsExactly(
                        Map.entry("level", "INFO"), Map.entry("tries", "3"), Map.entry("msg", "stock reserved"));
    }

    @Test
    void fields_areLeftOutOnDemand() {
        Reading reading = Reading.of(ReadOptions.standard().withoutFields(), Source.text("log", EVENT));

        assertThat(reading.event(0).fields()).isEmpty();
        assertThat(reading.event(0).label()).isEqualTo("stock.reserved");
    }

    @Test
    void node_isNamedByAFieldOrByAVectorOfOne() {
        String log = """
                {"svc":"b","_causality":{"vector":{"a":1,"b":2}}}
                {"_causality":{"vector":{"c":1}}}
                """;

        assertThat(Reading.of(ReadOptions.standard().withNodeField("svc"), Source.text("log", log))
                        .summary())
                .containsExactly("b:2 ", "c:1 ");
    }

    @Test
    void locks_areAcquiredAndReleased() {
        Reading reading = Reading.of("""
                {"_causality":{"vector":{"a":1},"resource":"lock","access":"acquire"}}
                {"_causality":{"vector":{"a":2},"resource":"lock","access":"release"}}
                """);

        assertThat(reading.events())
                .extracting(event -> event.access().kind())
                .containsExactly(Access.Kind.ACQUIRE, Access.Kind.RELEASE);
    }

    @Test
    void otherObjectsAndOtherText_arePassedOver() {
        Reading reading = Reading.of("""
                {"msg":"starting","deep":{"_causality":{"vector":{"x":1}}}}
                {"_causality":null}
                  at com.example.Main.main(Main.java:1)
                2026-11-23 INFO [main] hello {} and {"a":1}
                {"_causality":{"vector":{"a":1}}}
                """);

        assertThat(reading.summary()).containsExactly("a:1 ");
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void linesOfLokiDockerAndCompose_areUnwrapped() {
        Reading reading = Reading.of("""
                {"labels":{"app":"a"},"line":"{\\"msg\\":\\"one\\",\\"_causality\\":{\\"vector\\":{\\"a\\":1}}}","timestamp":"2026-11-23T10:00:00.000000001Z"}
                {"log":"{\\"msg\\":\\"two\\",\\"_causality\\":{\\"vector\\":{\\"a\\":2}}}\\n","stream":"stdout","time":"2026-11-23T10:00:00Z"}
                order-1    | {"msg":"three","_causality":{"vector":{"a":3}}}
                \u001b[36morder-1  | \u001b[0m{"msg":"four","_causality":{"vector":{"a":4}}}\u001b[0m
                2026-11-23T10:00:00Z stdout F {"msg":"five","_causality":{"vector":{"a":5}}}
                """);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.summary()).containsExactly("a:1 one", "a:2 two", "a:3 three", "a:4 four", "a:5 five");
        assertThat(reading.event(0).time()).isEqualTo(Instant.parse("2026-11-23T10:00:00.000000001Z"));
    }

    @Test
    void composePrefix_isRecognisedOnTheFirstLine() {
        assertThat(Reading.of("order | {\"msg\":\"up\"}\norder | {\"_causality\":{\"vector\":{\"a\":1}}}\n")
                        .summary())
                .containsExactly("a:1 ");
    }

    @Test
    void jsonLinesOfGoVector_areRead() {
        assertThat(Reading.of("{\"processId\":\"b\",\"message\":\"hello\",\"VCString\":{\"a\":1,\"b\":2}}")
                        .summary())
                .containsExactly("b:2 hello");
    }

    @Test
    void brokenLines_areReportedAndTheNextIsRead() {
        String deep = "[".repeat(600);
        Reading reading = Reading.of("""
                {"_causality":{"vector":{"a":"x"}}}
                {"_causality":{"vector":{"a":-1}}}
                {"_causality":{"vector":{"a":9223372036854775808}}}
                {"_causality":{"vector":{"a":1.5}}}
                {"_causality":{"vector":{"a":{}}}}
                {"_causality":{"vector":{"a":1,"a":2}}}
                {"_causality":{"vector":[1]}}
                {"_causality":{"vector":{}}}
                {"_causality":7}
                {"_causality":{"vector":{"a":1,"b":1}}}
                {"_causality":{"vector":{"a":1},"node":"a","node":"b"}}
                {"_causality":{"vector":{"a":1}},"_causality":{"vector":{"a":1}}}
                {"_causality":{"vector":{"a":1},"access":"write"}}
                {"_causality":{"vector":{"a":1},"access":"eat","resource":"r"}}
                {"_causality":
                {"_causality":{"vector":{"a":1}}} tail
                {"x":DEEP
                "vector":{"a":1}}}
                b {"b":1}
                [{"_causality":{"vector":{"a":1}}}]
                {"_causality":{"vector":{"a":7}}}
                """.replace("DEEP", deep));

        assertThat(reading.summary()).containsExactly("a:7 ");
        assertThat(reading.problems())
                .containsExactly(
                        "UNREADABLE_LINE log:1: the counter of 'a' is \"x\", not a count",
                        "UNREADABLE_LINE log:2: the counter of 'a' is -1, not a count",
                        "UNREADABLE_LINE log:3: the counter of 'a' is 9223372036854775808, not a count",
                        "UNREADABLE_LINE log:4: the counter of 'a' is 1.5, not a count",
                        "UNREADABLE_LINE log:5: the counter of 'a' is an object, not a count",
                        "UNREADABLE_LINE log:6: 'a' stands twice in one vector",
                        "UNREADABLE_LINE log:7: a vector is an object of counts, and not an array",
                        "UNREADABLE_LINE log:8: _causality has no vector",
                        "UNREADABLE_LINE log:9: _causality is no object",
                        "UNREADABLE_LINE log:10: _causality does not say which node the event belongs to; "
                                + "--node-field may",
                        "UNREADABLE_LINE log:11: 'node' stands twice in one event",
                        "UNREADABLE_LINE log:12: _causality stands twice",
                        "UNREADABLE_LINE log:13: an access needs both a \"resource\" and an \"access\"",
                        "UNREADABLE_LINE log:14: the access is \"eat\", and not \"read\", \"write\", "
                                + "\"acquire\" or \"release\"",
                        "UNREADABLE_LINE log:15: broken JSON: Unexpected end-of-input within/between Object entries",
                        "UNREADABLE_LINE log:16: more stands behind the JSON value",
                        "UNREADABLE_LINE log:17: broken JSON: Document nesting depth (501) exceeds "
                                + "the maximum allowed (500)",
                        "UNREADABLE_LINE log:18: this line is no JSON object",
                        "UNREADABLE_LINE log:19: a line of a vector-clock log among JSON lines; "
                                + "it needs a file of its own",
                        "UNREADABLE_LINE log:20: more stands behind the JSON value");
    }

    @Test
    void vectorOfManyEntries_isReadUpToALimit() {
        assertThat(Reading.of(vector(60_000)).event(0).vector().size()).isEqualTo(60_000);
        assertThat(Reading.of(vector(100_000) + "\n" + EVENT))
                .satisfies(reading -> assertThat(reading.events()).hasSize(1))
                .satisfies(reading -> assertThat(reading.problems())
                        .containsExactly("UNREADABLE_LINE log:1: a vector has more than 65536 entries"));
    }

    @Test
    void nodesBeyondNumber_areReadWithoutBound() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            log.append("{\"_causality\":{\"vector\":{\"n").append(i).append("\":1}}}\n");
        }

        assertThat(Reading.of(log.toString()).events().get(199_999).node()).isEqualTo("n199999");
    }

    @Test
    void delimiter_separatesExecutionsOfOneNumberInAllFiles() {
        String log = """
                {"_causality":{"vector":{"a":1}}}
                --- next
                {"_causality":{"vector":{"a":1}}}
                """;
        Reading reading = Reading.of(
                ReadOptions.standard().withDelimiter("^---"),
                Source.text("a", log),
                Source.text("b", "\n--- first\n" + log.replace("\"a\"", "\"b\"")));

        assertThat(reading.executions()).containsExactly("", "execution 2");
        assertThat(reading.events("execution 2")).extracting(LoggedEvent::node).containsExactly("a", "b");
    }

    @Test
    void spansAmongTheLines_areRead() {
        Reading reading = Reading.of(EVENT + "\n"
                + "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":"
                + "[{\"traceId\":\"1\",\"spanId\":\"2\",\"name\":\"x\"}]}]}]}\n"
                + "{\"traceId\":\"1\",\"id\":\"3\",\"parentId\":\"2\",\"name\":\"y\",\"timestamp\":5,\"duration\":7}\n"
                + "{\"traceId\":\"1\",\"spanId\":\"3\",\"msg\":\"a log line\"}\n");

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.summary())
                .containsExactly(
                        "inventory/9f0a:1 stock.reserved", "unknown_service/2:1 start x", "/3:1 start y", "/3:2 end y");
        assertThat(reading.event(2).position()).hasToString("log:3");
    }

    private static String vector(int entries) {
        StringBuilder line = new StringBuilder("{\"_causality\":{\"node\":\"n0\",\"vector\":{\"n0\":1");
        for (int i = 1; i < entries; i++) {
            line.append(",\"n").append(i).append("\":1");
        }
        return line.append("}}}").toString();
    }
}
