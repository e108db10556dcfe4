// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.CausalityRelation;
import dev.likeaclockwork.LamportClock;
import dev.likeaclockwork.LamportTimestamp;
import dev.likeaclockwork.TextTransport;
import dev.likeaclockwork.TracedEvent;
import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.wire.MalformedCausalityException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the like-a-clockwork crate 0.1.0 for Rust wrote and accepted, in both directions. */
class InteropTest {
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new ClockworkModule()).build();
    private static final HexFormat HEX = HexFormat.of();

    /** What the crate reads and we do not, or the other way round, with the rule of docs/wire-format.md. */
    private static final Map<String, String> DIFFERENCES = Map.ofEntries(
            Map.entry("parse-vector: a=1 ", "D1"),
            Map.entry("parse-vector: a=1, b=2", "D1"),
            Map.entry("parse-vector:  a=1", "D1"),
            Map.entry("parse-vector: a=1,a=2", "D2"),
            Map.entry("parse-vector: a=2,a=1", "D2"),
            Map.entry("parse-msgpack: 82a16101a16102", "D2"),
            Map.entry("parse-vector: a=+1", "D3"),
            Map.entry("parse-lamport: a:+1", "D3"),
            Map.entry("parse-vector: é=1", "D4"),
            Map.entry("parse-vector: a b=1", "D4"),
            Map.entry("parse-vector: a=18446744073709551615", "D5"),
            Map.entry("parse-vector: a=9223372036854775808", "D5"),
            Map.entry("parse-vector: a=9007199254740992", "D5"),
            Map.entry("parse-msgpack: 81a161cf7fffffffffffffff", "D5"),
            Map.entry("parse-msgpack: 81a161cf0020000000000000", "D5"),
            Map.entry("parse-msgpack: 81a161cfffffffffffffffff", "D5"),
            Map.entry("lamport: svc:9007199254740992", "D5"),
            Map.entry("lamport: x:18446744073709551615", "D5"),
            Map.entry("parse-msgpack: 81a16101ff", "D6"),
            Map.entry("parse-msgpack: 81a161d000000005", "D6"));

    @Test
    void everyKindOfCase_isThere() throws IOException {
        Map<String, Long> counts =
                cases().stream().collect(Collectors.groupingBy(c -> text(c, "case"), Collectors.counting()));

        assertThat(counts)
                .isEqualTo(Map.of(
                        "compare",
                        354L,
                        "event",
                        11L,
                        "json-inject",
                        11L,
                        "lamport",
                        6L,
                        "parse-lamport",
                        13L,
                        "parse-msgpack",
                        25L,
                        "parse-vector",
                        30L,
                        "run",
                        6L,
                        "vector",
                        42L));
    }

    @Test
    void differences_areAllStillThere() throws IOException {
        List<String> names = cases().stream().map(InteropTest::name).toList();

        assertThat(names).containsAll(DIFFERENCES.keySet());
    }

    @TestFactory
    Stream<DynamicTest> everyCase_holdsInBothDirections() throws IOException {
        Map<String, Consumer<JsonNode>> checks = Map.of(
                "vector", InteropTest::vector,
                "compare", InteropTest::compare,
                "event", InteropTest::event,
                "json-inject", InteropTest::jsonInject,
                "lamport", InteropTest::lamport,
                "parse-vector", InteropTest::parseVector,
                "parse-lamport", InteropTest::parseLamport,
                "parse-msgpack", InteropTest::parseMsgpack,
                "run", InteropTest::run);
        return cases().stream()
                .map(c -> DynamicTest.dynamicTest(
                        name(c), () -> checks.get(text(c, "case")).accept(c)));
    }

    private static void vector(JsonNode c) {
        VectorTimestamp vector = vectorOf(c.get("entries"));

        assertThat(textHeader(vector)).isEqualTo(text(c, "text"));
        assertThat(fromText(text(c, "text")).toMap()).isEqualTo(vector.toMap());
        assertThat(fromBinary(text(c, "msgpack_hex")).toMap()).isEqualTo(vector.toMap());
        assertThat(binaryHeader(vector)).hasSameSizeAs(HEX.parseHex(text(c, "msgpack_hex")));
        assertThat(JSON.<JsonNode>valueToTree(vector)).hasToString(sorted(c.get("serde_json")));
        assertThat(JSON.treeToValue(c.get("serde_json"), VectorTimestamp.class).toMap())
                .isEqualTo(vector.toMap());
    }

    private static void compare(JsonNode c) {
        VectorTimestamp a = fromText(text(c, "a"));
        VectorTimestamp b = fromText(text(c, "b"));
        CausalityRelation relation = JSON.treeToValue(c.get("relation"), CausalityRelation.class);

        assertThat(a.relationTo(b)).isEqualTo(relation);
        assertThat(b.relationTo(a)).isEqualTo(relation.inverse());
        assertThat(relation.symbol()).isEqualTo(text(c, "symbol"));
        assertThat(JSON.writeValueAsString(relation))
                .isEqualTo(c.get("relation").toString());
    }

    private static void event(JsonNode c) {
        byte[] payload = text(c, "payload_utf8").getBytes(UTF_8);
        TracedEvent event =
                TracedEvent.of(text(c, "event_id"), text(c, "event_type"), payload, vectorOf(c.get("entries")));
        Map<String, String> headers = new HashMap<>();
        c.get("headers")
                .properties()
                .forEach(h -> headers.put(h.getKey(), h.getValue().asString()));
        Map<String, byte[]> binary = new HashMap<>();
        c.get("binary_headers_hex")
                .properties()
                .forEach(h -> binary.put(h.getKey(), HEX.parseHex(h.getValue().asString())));
        ObjectNode payloadJson = JSON.createObjectNode();
        payloadJson.set("payload", c.get("to_json_value").get("payload"));

        assertThat(event.toHeaders()).isEqualTo(headers);
        assertThat(TracedEvent.fromHeaders(headers, payload)).isEqualTo(event);
        assertThat(BinaryTransport.extractEvent(binary::get, payload)).contains(event);
        assertThat(hex(binaryHeaders(event))).isEqualTo(hex(inOrderOfIds(binary, event)));
        assertThat(JsonTransport.extract((ObjectNode) c.get("to_json_value"))).contains(EventMetadata.from(event));
        assertThat(plain(JsonTransport.inject(payloadJson, event))).isEqualTo(plain(c.get("to_json_value")));
        assertThat(plain(JSON.valueToTree(event))).isEqualTo(plain(c.get("serde_json")));
        assertThat(JSON.treeToValue(c.get("serde_json"), TracedEvent.class)).isEqualTo(event);
    }

    private static void jsonInject(JsonNode c) {
        EventMetadata metadata =
                new EventMetadata(vectorOf(c.get("entries")), text(c, "event_type"), text(c, "event_id"));
        String payload = c.get("payload").toString();
        ObjectNode enriched = (ObjectNode) c.get("enriched");

        assertThat(plain(JSON.readTree(JsonTransport.inject(payload, metadata))))
                .isEqualTo(plain(enriched));
        assertThat(plain(JsonTransport.inject((ObjectNode) c.get("payload"), metadata)))
                .isEqualTo(plain(enriched));
        assertThat(JsonTransport.extract(enriched)).contains(metadata);
        assertThat(JsonTransport.extract(enriched.toString())).contains(metadata);
        assertThat(plain(JSON.readTree(JsonTransport.remove(enriched.toString()))))
                .isEqualTo(plain(c.get("payload")));
    }

    private static void lamport(JsonNode c) {
        if (DIFFERENCES.containsKey(name(c))) {
            byte[] header = HEX.parseHex(text(c, "binary_hex"));
            assertMalformed(() -> LamportTimestamp.parse(text(c, "text")));
            assertMalformed(() -> BinaryTransport.extractLamport(name -> header));
            assertThatThrownBy(() -> JSON.treeToValue(c.get("serde_json"), LamportTimestamp.class))
                    .isInstanceOf(DatabindException.class);
            return;
        }
        LamportTimestamp lamport = LamportTimestamp.of(text(c, "node_id"), Long.parseLong(text(c, "time")));
        Map<String, byte[]> binary = new HashMap<>();
        BinaryTransport.inject(lamport, binary::put);

        assertThat(lamport).hasToString(text(c, "text"));
        assertThat(LamportTimestamp.parse(text(c, "text"))).isEqualTo(lamport);
        assertThat(binary.get("causality-lc")).isEqualTo(HEX.parseHex(text(c, "binary_hex")));
        assertThat(BinaryTransport.extractLamport(binary::get)).contains(lamport);
        assertThat(plain(JSON.valueToTree(lamport))).isEqualTo(plain(c.get("serde_json")));
        assertThat(JSON.treeToValue(c.get("serde_json"), LamportTimestamp.class))
                .isEqualTo(lamport);
    }

    private static void parseVector(JsonNode c) {
        if (accepts(c)) {
            VectorTimestamp read = fromText(text(c, "input"));
            if (c.get("ok").asBoolean()) {
                assertThat(read.toMap()).isEqualTo(counters(c.get("entries")));
            } else {
                assertThat(read).hasToString(text(c, "input").strip());
            }
        } else {
            assertMalformed(() -> fromText(text(c, "input")));
        }
    }

    private static void parseLamport(JsonNode c) {
        if (accepts(c)) {
            assertThat(LamportTimestamp.parse(text(c, "input")))
                    .isEqualTo(LamportTimestamp.of(text(c, "node_id"), Long.parseLong(text(c, "time"))));
        } else {
            assertMalformed(() -> LamportTimestamp.parse(text(c, "input")));
        }
    }

    private static void parseMsgpack(JsonNode c) {
        if (accepts(c)) {
            assertThat(fromBinary(text(c, "hex")).toMap()).isEqualTo(counters(c.get("entries")));
        } else {
            assertMalformed(() -> fromBinary(text(c, "hex")));
        }
    }

    private static void run(JsonNode c) {
        List<String> nodes = elements(c.get("nodes")).map(JsonNode::asString).toList();
        Map<String, VectorClock> vectors = new HashMap<>();
        Map<String, LamportClock> lamports = new HashMap<>();
        nodes.forEach(node -> vectors.put(node, new VectorClock(node, nodes.toArray(String[]::new))));
        nodes.forEach(node -> lamports.put(node, new LamportClock(node)));
        Map<Integer, VectorTimestamp> sentVectors = new HashMap<>();
        Map<Integer, LamportTimestamp> sentLamports = new HashMap<>();
        elements(c.get("steps")).forEach(step -> {
            VectorClock vector = vectors.get(text(step, "node"));
            LamportClock lamport = lamports.get(text(step, "node"));
            int message = step.path("message").asInt(-1);
            switch (text(step, "op")) {
                case "tick" -> {
                    vector.tick();
                    lamport.tick();
                }
                case "send" -> {
                    sentVectors.put(message, vector.send());
                    sentLamports.put(message, lamport.send());
                }
                case "receive" -> {
                    vector.receive(sentVectors.get(message));
                    lamport.receive(sentLamports.get(message));
                }
                default -> throw new AssertionError(step);
            }
            assertThat(vector).hasToString(text(step, "vector"));
            assertThat(lamport.time()).isEqualTo(step.get("lamport").asLong());
        });
    }

    /** Whether we accept what the case holds: as the crate does, but for the intended differences. */
    private static boolean accepts(JsonNode c) {
        return c.get("ok").asBoolean() != DIFFERENCES.containsKey(name(c))
                || name(c).equals("parse-vector:  a=1")
                || name(c).equals("parse-vector: a=1, b=2");
    }

    private static void assertMalformed(org.assertj.core.api.ThrowableAssert.ThrowingCallable decoding) {
        assertThatThrownBy(decoding).isInstanceOf(MalformedCausalityException.class);
    }

    /** As a reader sees it: the order of members and the width of numbers do not matter. */
    private static Object plain(JsonNode json) {
        return JSON.readValue(json.toString(), Object.class);
    }

    private static VectorTimestamp vectorOf(JsonNode entries) {
        return VectorTimestamp.of(counters(entries));
    }

    /** Blanks around entries are the crate's part of the id, and trimmed here (D1). */
    private static Map<String, Long> counters(JsonNode entries) {
        Map<String, Long> counters = new TreeMap<>();
        entries.properties()
                .forEach(e -> counters.put(
                        e.getKey().strip(), Long.parseLong(e.getValue().asString())));
        return counters;
    }

    private static String sorted(JsonNode serde) {
        return JSON.valueToTree(Map.of("clocks", new TreeMap<>(counters(serde.get("clocks")))))
                .toString();
    }

    private static String textHeader(VectorTimestamp vector) {
        Map<String, String> headers = new HashMap<>();
        TextTransport.inject(vector, headers::put);
        return headers.get("X-Causality-Vector");
    }

    private static byte[] binaryHeader(VectorTimestamp vector) {
        Map<String, byte[]> headers = new HashMap<>();
        BinaryTransport.inject(vector, headers::put);
        return headers.get("causality-vc");
    }

    private static Map<String, byte[]> binaryHeaders(TracedEvent event) {
        Map<String, byte[]> headers = new HashMap<>();
        BinaryTransport.inject(event, headers::put);
        return headers;
    }

    /**
     * The crate's headers with the vector's entries in our order: its own is that of a hash table, and any is right.
     */
    private static Map<String, byte[]> inOrderOfIds(Map<String, byte[]> headers, TracedEvent event) {
        assertThat(headers.get("causality-vc")).hasSameSizeAs(binaryHeader(event.vector()));
        Map<String, byte[]> ordered = new HashMap<>(headers);
        ordered.put("causality-vc", binaryHeader(event.vector()));
        return ordered;
    }

    private static Map<String, String> hex(Map<String, byte[]> headers) {
        Map<String, String> hex = new TreeMap<>();
        headers.forEach((name, value) -> hex.put(name, HEX.formatHex(value)));
        return hex;
    }

    private static VectorTimestamp fromText(String header) {
        return TextTransport.extractVector(Map.of("X-Causality-Vector", header)::get)
                .orElseThrow();
    }

    private static VectorTimestamp fromBinary(String hex) {
        return BinaryTransport.extractVector(Map.of("causality-vc", HEX.parseHex(hex))::get)
                .orElseThrow();
    }

    private static String name(JsonNode c) {
        String kind = text(c, "case");
        return kind + ": "
                + switch (kind) {
                    case "vector", "lamport" -> text(c, "text");
                    case "compare" -> text(c, "a") + " and " + text(c, "b");
                    case "event", "json-inject" -> text(c, "event_id");
                    case "run" -> c.get("run").toString();
                    case "parse-msgpack" -> text(c, "hex");
                    default -> text(c, "input");
                };
    }

    private static String text(JsonNode c, String member) {
        return c.get(member).asString();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static List<JsonNode> cases() throws IOException {
        try (InputStream in = InteropTest.class.getResourceAsStream("/rust-0.1.0.jsonl")) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .map(JSON::readTree)
                    .toList();
        }
    }
}
