// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.LamportTimestamp;
import dev.likeaclockwork.TracedEvent;
import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.wire.MalformedCausalityException;
import dev.likeaclockwork.wire.WireLimits;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JsonTransportTest {
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new ClockworkModule()).build();
    private static final EventMetadata METADATA = new EventMetadata(VectorTimestamp.parse("a=1,b=0"), "t", "id");
    private static final String MEMBER =
            "\"_causality\":{\"vector\":{\"a\":1,\"b\":0},\"event_type\":\"t\",\"event_id\":\"id\"}";

    @Test
    void seedExample_givesTheSeedsResult() {
        VectorClock clock = new VectorClock("order-service", "inventory-service");
        clock.tick();
        ObjectNode payload = JSON.createObjectNode().put("order_id", 42).put("status", "created");

        ObjectNode enriched =
                JsonTransport.inject(payload, new EventMetadata(clock.snapshot(), "order.created", "event-123"));

        assertThat(JSON.readValue(enriched.toString(), Object.class)).isEqualTo(JSON.readValue("""
                                {"order_id": 42, "status": "created", "_causality": {
                                  "vector": {"order-service": 1, "inventory-service": 0},
                                  "event_type": "order.created", "event_id": "event-123"}}
                                """, Object.class));
        assertThat(JsonTransport.isPresent(enriched)).isTrue();
        assertThat(payload.has("_causality")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    {}                                 | {@}
                    { }                                | {@ }
                    {"x":1e400,"y":12345678901234567890.10} | {"x":1e400,"y":12345678901234567890.10,@}
                    '{"b":"\\u00e9}" , "a":[ {} ]  }'  | '{"b":"\\u00e9}" , "a":[ {} ],@  }'
                    {"_causality":7}                   | {@}
                    '{"a":1 , "_causality": {"x":[1]} }' | '{"a":1,@  }'
                    {"_causality":null,"z":2}          | {"z":2,@}
                    """)
    void inject_touchesNothingElse(String payload, String expected) {
        String enriched = JsonTransport.inject(payload, METADATA);

        assertThat(enriched).isEqualTo(expected.replace("@", MEMBER));
        assertThat(JsonTransport.extract(enriched)).contains(METADATA);
        assertThat(JsonTransport.isPresent(enriched)).isTrue();
        assertThat(JsonTransport.inject(payload.getBytes(UTF_8), METADATA)).isEqualTo(enriched.getBytes(UTF_8));
        assertThat(JsonTransport.extract(enriched.getBytes(UTF_8))).contains(METADATA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "{", "{}{}", "{\"a\":}", "nope", "{\"_causality\":1,\"_causality\":2}"})
    void inject_refusesWhatIsNoJsonObject(String payload) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonTransport.inject(payload, METADATA))
                .withMessageStartingWith("payload must be a JSON object: payload: ");
    }

    @Test
    void remove_givesThePayloadBack() {
        for (String payload : new String[] {"{}", "{\"a\":1}", "{\"a\":1,\"b\":[2]}", "{\"a\": 1.50 , \"b\":{}}"}) {
            assertThat(JsonTransport.remove(JsonTransport.inject(payload, METADATA)))
                    .isEqualTo(payload);
            assertThat(JsonTransport.remove(payload)).isEqualTo(payload);
        }
    }

    @Test
    void absentMember_givesNothing() {
        assertThat(JsonTransport.extract("{\"a\":{\"_causality\":1}}")).isEmpty();
        assertThat(JsonTransport.extract(JSON.createObjectNode())).isEmpty();
        assertThat(JsonTransport.isPresent("{}")).isFalse();
        assertThat(JsonTransport.isPresent("nope")).isFalse();
        assertThat(JsonTransport.isPresent("{}".getBytes(UTF_8))).isFalse();
        assertThat(JsonTransport.isPresent("{\"_causality\":1}".getBytes(UTF_8)))
                .isTrue();
        assertThat(JsonTransport.isPresent(new byte[] {(byte) 0xFF})).isFalse();
    }

    @Test
    void unknownMembersOfALogLine_areLegal() {
        assertThat(JsonTransport.extract("{\"_causality\":{\"node\":\"a/1\",\"vector\":{\"a\":1},\"event_id\":\"i\","
                        + "\"access\":{\"x\":[1]},"
                        + "\"event_type\":\"t\",\"version\":7}}"))
                .contains(new EventMetadata(VectorTimestamp.parse("a=1"), "t", "i"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    1                                       | expected an object
                    {}                                      | "vector" is absent
                    {"vector":[]}                           | expected an object of counters
                    {"vector":{"a":1.0}}                    | expected a counter
                    {"vector":{"a":1e3}}                    | expected a counter
                    {"vector":{"a":"1"}}                    | expected a counter
                    {"vector":{"a":null}}                   | expected a counter
                    {"vector":{"a":-1}}                     | a counter is not from 0 to 2^53-1
                    {"vector":{"a":9007199254740992}}       | a counter is not from 0 to 2^53-1
                    {"vector":{"a":99999999999999999999999}} | a counter is not from 0 to 2^53-1
                    {"vector":{"a":1,"a":2}}                | a node id is repeated
                    {"vector":{"a b":1}}                    | node must be 1 to 128 visible ASCII
                    {"vector":{"a":1},"event_type":7}       | expected a text
                    {"vector":{"a":1},"event_type":"t"}     | "event_id" is absent
                    """)
    void extract_refusesOtherShapesWithTheReason(String member, String reason) {
        assertThatThrownBy(() -> JsonTransport.extract("{\"_causality\":" + member + "}"))
                .isInstanceOf(MalformedCausalityException.class)
                .hasMessageStartingWith("_causality: " + reason);
    }

    @Test
    void extract_isBounded() {
        String wide = IntStream.range(0, 257).mapToObj(i -> "\"n" + i + "\":1").collect(Collectors.joining(","));
        String json = "{\"_causality\":{\"vector\":{" + wide + "},\"event_type\":\"t\",\"event_id\":\"i\"}}";

        assertThatThrownBy(() -> JsonTransport.extract(json)).hasMessageContaining("over the limit of 256");
        assertThatThrownBy(() -> JsonTransport.extract(json, new WireLimits(500, 100)))
                .hasMessageContaining("over the limit of 100");
        assertThat(JsonTransport.extract(json, new WireLimits(257, 8192))).isPresent();
        assertThatThrownBy(() -> JsonTransport.extract("{\"a\":" + "[".repeat(100_000)))
                .isInstanceOf(MalformedCausalityException.class);
        assertThatThrownBy(() -> JsonTransport.extract(new byte[] {'{', '"', (byte) 0xFF, '"', ':', '1', '}'}))
                .hasMessage("_causality: the JSON is not UTF-8");
    }

    @Test
    void mutatedJson_neverThrowsAnythingElse() {
        String valid = JsonTransport.inject("{\"a\":1.50,\"b\":[{\"c\":\"\\u00e9\"}]}", METADATA);
        for (long seed = 0; seed < 50_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            StringBuilder json = new StringBuilder(valid);
            for (int i = random.nextInt(4); i >= 0; i--) {
                json.setCharAt(random.nextInt(json.length()), "{}[]\",:0-9eE.\\u \u20ac".charAt(random.nextInt(17)));
            }
            try {
                JsonTransport.extract(json.toString())
                        .ifPresent(m -> assertThat(m.vector().size()).isLessThan(9));
            } catch (MalformedCausalityException e) {
                assertThat(e.header()).isEqualTo("_causality");
            }
        }
    }

    @Test
    void everyValue_survivesTheModule() {
        TracedEvent event = TracedEvent.of("t", new byte[] {0, -1}, VectorTimestamp.parse("a=1,b=0"))
                .withInstant(Instant.parse("2026-11-24T10:00:00.123Z"));
        LamportTimestamp lamport = LamportTimestamp.of("host:8080", 7);

        assertThat(JSON.readValue(JSON.writeValueAsString(event), TracedEvent.class))
                .isEqualTo(event);
        assertThat(JSON.readValue(JSON.writeValueAsString(lamport), LamportTimestamp.class))
                .isEqualTo(lamport);
    }

    @Test
    void counterAboveTheWireRange_isNotWritten() {
        VectorTimestamp tooLarge = VectorTimestamp.of(Map.of("a", 1L << 53));
        String reason = "counter 9007199254740992 of node 'a' is above 2^53-1 and cannot be written";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonTransport.inject("{}", new EventMetadata(tooLarge, "t", "id")))
                .withMessage(reason);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JSON.writeValueAsString(tooLarge))
                .withMessage(reason);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JSON.writeValueAsString(LamportTimestamp.of("a", 1L << 53)))
                .withMessage(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"event_id\":\"i\",\"event_type\":\"t\",\"payload\":[256],\"causality\":{\"clocks\":{\"a\":1}}}",
                "{\"event_id\":\"i\",\"event_type\":\"t\",\"payload\":[],\"causality\":{\"clocks\":{}}}",
                "{\"event_id\":\"i\",\"event_type\":\"t\",\"payload\":[],\"causality\":{\"clocks\":{\"a\":-1}}}",
                "{\"event_id\":\"i\",\"event_type\":\"t\",\"payload\":[],\"causality\":{\"clocks\":{\"a\":1}},"
                        + "\"timestamp_utc\":\"yesterday\"}"
            })
    void module_refusesWhatTheFactoriesRefuse(String json) {
        assertThatThrownBy(() -> JSON.readValue(json, TracedEvent.class)).isInstanceOf(DatabindException.class);
    }
}
