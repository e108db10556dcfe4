// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.graph.event.Access;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.event.LoggedVector;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Spans, and events within spans, that say themselves where they stand in causality. */
class SpanStampsTest {
    private static final String NODE = attribute("clockwork.node", "shop/5k2v");
    private static final String VECTOR = attribute("clockwork.vector", "shop/5k2v=3, bank/9f0a=1");

    @Test
    void spanWithAVector_isOneEventOfItsNode() {
        String access = attribute("clockwork.resource", "product:42") + "," + attribute("clockwork.access", "write")
                + "," + attribute("clockwork.base", "7") + "," + attribute("clockwork.version", "8");
        Reading reading = Reading.of(request(span("b1", "", NODE, VECTOR, access, attribute("user", "u"))));
        LoggedEvent event = reading.event(0);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.summary()).containsExactly("shop/5k2v:3 name of b1");
        assertThat(event.vector()).isEqualTo(LoggedVector.of(Map.of("shop/5k2v", 3L, "bank/9f0a", 1L)));
        assertThat(event.access()).isEqualTo(new Access("product:42", Access.Kind.WRITE, "7", "8"));
        assertThat(event.id()).isEqualTo("7/b1");
        assertThat(event.time()).isEqualTo(Instant.ofEpochSecond(1_795_428_000));
        assertThat(event.fields()).isEqualTo(Map.of("user", "u"));
        assertThat(event.causes()).isEmpty();
    }

    @Test
    void vectors_comeBeforeParentsAndTheirAbsenceBehind() {
        Reading reading = Reading.of(request(
                span("a1", "", attribute("clockwork.vector", "a=1"), attribute("clockwork.event_id", "e")),
                span("a2", "a1", attribute("clockwork.vector", "a=2")),
                span("b1", "a2"),
                span("a3", "b1", attribute("clockwork.vector", "a=3")),
                span("a4", "cafe", attribute("clockwork.vector", "a=4"))));

        assertThat(reading.event("e").causes()).isEmpty();
        assertThat(reading.event("7/a2").causes()).as("the vectors tell that").isEmpty();
        assertThat(reading.event("7/b1#start").causes()).containsExactly("7/a2");
        assertThat(reading.event("7/b1#end").causes()).containsExactly("7/a3");
        assertThat(reading.event("7/a3").causes()).containsExactly("7/b1#start");
        assertThat(reading.event("7/a4").causes())
                .as("nobody knows what it had")
                .containsExactly("7/cafe#start");
    }

    @Test
    void endWithAVector_isAnEventOfItsOwn() {
        String access = attribute("clockwork.resource", "product:42") + "," + attribute("clockwork.access", "write");
        String end = attribute("clockwork.end.vector", "shop/5k2v=4,bank/9f0a=2");
        Reading reading = Reading.of(request(
                span("b1", "", NODE, VECTOR, end, access),
                span("b2", "", NODE, VECTOR, end, attribute("clockwork.end.node", "bank/9f0a")),
                span("b3", "", NODE, VECTOR, end, attribute("clockwork.event_id", "e"))));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.summary())
                .containsExactly(
                        "shop/5k2v:3 start name of b1",
                        "shop/5k2v:4 end name of b1",
                        "shop/5k2v:3 start name of b2",
                        "bank/9f0a:2 end name of b2",
                        "shop/5k2v:3 start name of b3",
                        "shop/5k2v:4 end name of b3");
        assertThat(reading.event("7/b1#start").access()).isNull();
        assertThat(reading.event("7/b1#end").access())
                .isEqualTo(new Access("product:42", Access.Kind.WRITE, null, null));
        assertThat(reading.event("7/b1#end").vector())
                .isEqualTo(LoggedVector.of(Map.of("shop/5k2v", 4L, "bank/9f0a", 2L)));
        assertThat(reading.event("7/b1#end").time()).isEqualTo(Instant.ofEpochSecond(1_795_428_002));
        assertThat(reading.event("7/b1#end").fields()).isEmpty();
        assertThat(reading.event("e").counter()).isEqualTo(3);
        assertThat(reading.event("e#end").counter()).isEqualTo(4);
    }

    @Test
    void answer_endsTheCallThatWaitedForIt() {
        assertThat(call("").event("7/b1#start").causes())
                .as("the vectors tell that")
                .isEmpty();
        assertThat(call("").event("7/a1#end").causes())
                .as("no vector tells that")
                .containsExactly("7/b1#end");
    }

    @Test
    void callThatFailed_hasAnAnswerIfItHasAStatus() {
        String status = attribute("http.response.status_code", "500");
        assertThat(call("\"status\":{\"code\":2},").event("7/a1#end").causes())
                .as("it may not have waited")
                .isEmpty();
        assertThat(call("\"status\":{\"code\":2},", status).event("7/a1#end").causes())
                .containsExactly("7/b1#end");
    }

    /** A service that calls itself, whose server ends its span when the answer has left and the client has it. */
    private static Reading call(String more, String... attributes) {
        String client = span(
                        "a1",
                        "",
                        Stream.concat(
                                        Stream.of(
                                                attribute("clockwork.vector", "a=1"),
                                                attribute("clockwork.end.vector", "a=2")),
                                        Stream.of(attributes))
                                .toArray(String[]::new))
                .replace("{\"traceId\"", "{\"kind\":3," + more + "\"traceId\"");
        String server = span(
                        "b1",
                        "a1",
                        attribute("clockwork.node", "b"),
                        attribute("clockwork.vector", "a=1,b=1"),
                        attribute("clockwork.end.vector", "a=1,b=2"))
                .replace("{\"traceId\"", "{\"kind\":2,\"traceId\"")
                .replace("1795428002000000000", "1795428002000000009");
        return Reading.of(request(client, server));
    }

    @Test
    void whoReceivesWithoutTheVector_followsParentAndLinksAllTheSame() {
        String links =
                "\"links\":[{\"traceId\":\"7\",\"spanId\":\"a1\"},{\"traceId\":\"7\",\"spanId\":\"a2\"}],\"name\"";
        String sent = attribute("clockwork.vector", "a=2") + "," + attribute("clockwork.end.vector", "a=3");
        String batch = span("b1", "", attribute("clockwork.vector", "b=1")).replace("\"name\"", links);
        String lost = span("c1", "a2", attribute("clockwork.vector", "c=1"));
        String received = span("d1", "a2", attribute("clockwork.vector", "a=2,d=1"), attribute("clockwork.node", "d"));
        Reading reading = Reading.of(request(
                span("a1", "", attribute("clockwork.vector", "a=1")),
                span("a2", "", sent),
                batch.replace("{\"traceId\"", "{\"kind\":5,\"traceId\""),
                lost.replace("{\"traceId\"", "{\"kind\":2,\"traceId\""),
                received.replace("{\"traceId\"", "{\"kind\":2,\"traceId\"")));

        assertThat(reading.event("7/b1").causes()).as("links").containsExactly("7/a1", "7/a2#start");
        assertThat(reading.event("7/c1").causes()).as("parent").containsExactly("7/a2#start");
        assertThat(reading.event("7/d1").causes()).as("the vector tells that").isEmpty();
    }

    @Test
    void endWithoutAStart_isNone() {
        Reading reading = Reading.of(request(span("b1", "", attribute("clockwork.end.vector", "a=2"))));

        assertThat(reading.summary()).containsExactly("s/b1:1 start name of b1", "s/b1:2 end name of b1");
    }

    @Test
    void eventWithinASpan_isOneIfItHasAVector() {
        String within =
                "\"events\":[{\"timeUnixNano\":\"1795428001000000000\",\"name\":\"stock.written\",\"attributes\":["
                        + NODE + "," + VECTOR + "," + attribute("clockwork.event_id", "e") + "]},"
                        + "{\"name\":\"connected\",\"attributes\":[" + attribute("user", "u") + "]}],";
        Reading reading = Reading.of(request(span("b1", "").replace("\"attributes\"", within + "\"attributes\"")));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.summary())
                .containsExactly("shop/5k2v:3 stock.written", "s/b1:1 start name of b1", "s/b1:2 end name of b1");
        assertThat(reading.event("e").time()).isEqualTo(Instant.ofEpochSecond(1_795_428_001));
        assertThat(reading.event("e").causes())
                .as("the span has no vector that would tell")
                .containsExactly("7/b1#start");
    }

    @Test
    void tagsAndLogsOfJaegerAndTagsOfZipkin_areReadAsWell() {
        Reading zipkin = Reading.of("""
                {"traceId":"7","id":"1","duration":1,"name":"n","tags":{"clockwork.node":"a","clockwork.vector":"a=1,b=2"}}
                """);
        Reading jaeger = Reading.of("""
                {"traceID":"7","spanID":"1","operationName":"n","tags":[{"key":"clockwork.vector","value":"a=1"}],\
                "logs":[{"timestamp":1795428001000000,"fields":[{"key":"event","value":"m"},\
                {"key":"clockwork.vector","value":"a=2"},{"key":"k","value":"v"}]},{"fields":[{"key":"event","value":"x"}]}]}
                """);

        assertThat(zipkin.summary()).containsExactly("a:1 n");
        assertThat(jaeger.summary()).containsExactly("a:2 m", "a:1 n");
        assertThat(jaeger.event(0).time()).isEqualTo(Instant.ofEpochSecond(1_795_428_001));
        assertThat(jaeger.event(0).fields()).isEqualTo(Map.of("k", "v"));
    }

    @Test
    void brokenOnes_areReportedAndTheSpanIsStillOne() {
        for (Map.Entry<List<String>, String> broken : Map.of(
                        List.of("clockwork.vector", "a=1,b"),
                        "clockwork.vector is no vector such as a=1,b=2: a=1,b",
                        List.of("clockwork.vector", "a=-1"),
                        "clockwork.vector is no vector such as a=1,b=2: a=-1",
                        List.of("clockwork.vector", "a=1,"),
                        "clockwork.vector is no vector such as a=1,b=2: a=1,",
                        List.of("clockwork.vector", "a=1,a=2"),
                        "'a' stands twice in one vector",
                        List.of("clockwork.vector", "a=9223372036854775808"),
                        "the counter of 'a' is 9223372036854775808, not a count",
                        List.of("clockwork.vector", "{}"),
                        "clockwork.vector counts no node",
                        List.of("clockwork.vector", "a=1,b=2"),
                        "clockwork.vector stands without clockwork.node: a=1,b=2",
                        List.of("clockwork.access", "write"),
                        "an access needs both a \"resource\" and an \"access\"")
                .entrySet()) {
            String attribute = attribute(broken.getKey().get(0), broken.getKey().get(1));
            Reading reading = Reading.of(request(span("b1", "", attribute)));

            assertThat(reading.problems()).containsExactly("UNREADABLE_LINE log:1: " + broken.getValue());
            assertThat(reading.events())
                    .hasSize(2)
                    .allSatisfy(event -> assertThat(event.fields())
                            .containsEntry(
                                    broken.getKey().get(0), broken.getKey().get(1)));
        }
    }

    private static String request(String... spans) {
        return "{\"resourceSpans\":[{\"resource\":{\"attributes\":[" + attribute("service.name", "s")
                + "]},\"scopeSpans\":[{\"spans\":[" + String.join(",", spans) + "]}]}]}\n";
    }

    private static String span(String id, String parent, String... attributes) {
        return ("{\"traceId\":\"7\",\"spanId\":\"%s\",\"parentSpanId\":\"%s\",\"name\":\"name of %s\","
                        + "\"startTimeUnixNano\":\"1795428000000000000\",\"endTimeUnixNano\":\"1795428002000000000\","
                        + "\"attributes\":[%s]}")
                .formatted(id, parent, id, String.join(",", attributes));
    }

    private static String attribute(String key, String value) {
        return "{\"key\":\"%s\",\"value\":{\"stringValue\":\"%s\"}}".formatted(key, value);
    }
}
