// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.CausalityRelation;
import dev.likeaclockwork.LamportTimestamp;
import dev.likeaclockwork.TextTransport;
import dev.likeaclockwork.TracedEvent;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.wire.MalformedCausalityException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The rules of docs/wire-format.md, each by its examples in docs/wire-format.jsonl. */
class WireFormatTest {
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new ClockworkModule()).build();
    private static final HexFormat HEX = HexFormat.of();
    private static final Path PAGE = Path.of("../docs/wire-format.md");
    private static final Path EXAMPLES = Path.of("../docs/wire-format.jsonl");

    @Test
    void everyRule_hasAnExample() throws IOException {
        Set<String> rules = Pattern.compile("(?m)^(?:- \\*\\*|\\| )([A-Z]\\d+)\\b")
                .matcher(Files.readString(PAGE))
                .results()
                .map(rule -> rule.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(examples().flatMap(example -> rules(example).stream()).collect(Collectors.toSet()))
                .isEqualTo(rules)
                .hasSizeGreaterThan(20);
    }

    @TestFactory
    Stream<DynamicTest> everyExample_holds() throws IOException {
        return examples().map(example -> DynamicTest.dynamicTest(name(example), () -> check(example)));
    }

    private static void check(JsonNode example) {
        if (example.has("refused")) {
            assertThatThrownBy(() -> read(example)).isInstanceOf(MalformedCausalityException.class);
        } else if (example.has("reads")) {
            assertThat(read(example)).isEqualTo(example.get("reads").asStringOpt());
        } else if (example.get("writes").isNull()) {
            assertThatIllegalArgumentException().isThrownBy(() -> write(example));
        } else {
            assertThat(write(example)).isEqualTo(example.get("writes"));
        }
    }

    /** What is on the carrier, as text. */
    private static Optional<String> read(JsonNode example) {
        JsonNode carrier = example.get("carrier");
        Function<String, String> text = name -> carrier.path(name).asString(null);
        Function<String, byte[]> bytes =
                name -> carrier.has(name) ? HEX.parseHex(carrier.get(name).asString()) : null;
        Optional<?> value = switch (text(example, "as")) {
            case "text vector" -> TextTransport.extractVector(text);
            case "text lamport" -> TextTransport.extractLamport(text);
            case "text event" -> TextTransport.extractEvent(text, new byte[0]);
            case "binary vector" -> BinaryTransport.extractVector(bytes);
            case "binary lamport" -> BinaryTransport.extractLamport(bytes);
            case "binary event" -> BinaryTransport.extractEvent(bytes, new byte[0]);
            case "json event" -> JsonTransport.extract(carrier.asString()).map(WireFormatTest::event);
            case "json VectorTimestamp" -> roundTrip(carrier, VectorTimestamp.class);
            case "json LamportTimestamp" -> roundTrip(carrier, LamportTimestamp.class);
            case "json CausalityRelation" -> roundTrip(carrier, CausalityRelation.class);
            case "json TracedEvent" -> roundTrip(carrier, TracedEvent.class);
            case "relation" -> Optional.of(relation(text(carrier, "A"), text(carrier, "B")));
            default -> throw new AssertionError(example);
        };
        return value.map(Object::toString);
    }

    private static String relation(String a, String b) {
        return VectorTimestamp.parse(a).relationTo(VectorTimestamp.parse(b)).symbol();
    }

    private static Optional<?> roundTrip(JsonNode json, Class<?> type) {
        Object value = JSON.readValue(json.asString(), type);
        assertThat(JSON.writeValueAsString(value)).isEqualTo(json.asString());
        return Optional.of(value);
    }

    /** The carrier that a value is put on, as examples have it. */
    private static JsonNode write(JsonNode example) {
        String value = text(example, "value");
        ObjectNode carrier = JSON.createObjectNode();
        switch (text(example, "as")) {
            case "text vector" -> TextTransport.inject(vector(value), (name, text) -> carrier.put(name, text));
            case "text lamport" -> TextTransport.inject(lamport(value), (name, text) -> carrier.put(name, text));
            case "text event" -> TextTransport.inject(event(value), (name, text) -> carrier.put(name, text));
            case "binary vector" -> BinaryTransport.inject(vector(value), (name, bytes) -> put(carrier, name, bytes));
            case "binary lamport" -> BinaryTransport.inject(lamport(value), (name, bytes) -> put(carrier, name, bytes));
            case "binary event" -> BinaryTransport.inject(event(value), (name, bytes) -> put(carrier, name, bytes));
            case "json event" -> {
                return JSON.valueToTree(JsonTransport.inject(text(example, "into"), event(value)));
            }
            default -> throw new AssertionError(example);
        }
        return carrier;
    }

    private static void put(ObjectNode carrier, String name, byte[] value) {
        carrier.put(name, HEX.formatHex(value));
    }

    /** Not by parsing the text form, which refuses what is not written either. */
    private static VectorTimestamp vector(String text) {
        Map<String, Long> counters = new TreeMap<>();
        Pattern.compile("([^,=]+)=(\\d+)")
                .matcher(text)
                .results()
                .forEach(entry -> counters.put(entry.group(1), Long.valueOf(entry.group(2))));
        return VectorTimestamp.of(counters);
    }

    private static LamportTimestamp lamport(String text) {
        int colon = text.lastIndexOf(':');
        return LamportTimestamp.of(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
    }

    private static TracedEvent event(String text) {
        Matcher parts = Pattern.compile("(\\S+) (\\S+) \\[(.*)]").matcher(text);
        assertThat(parts.matches()).as(text).isTrue();
        return TracedEvent.of(parts.group(2), parts.group(1), new byte[0], vector(parts.group(3)));
    }

    private static TracedEvent event(EventMetadata metadata) {
        return TracedEvent.of(metadata.eventId(), metadata.eventType(), new byte[0], metadata.vector());
    }

    private static String name(JsonNode example) {
        String text = rules(example) + " " + example;
        return text.length() < 120 ? text : text.substring(0, 120) + "...";
    }

    private static Set<String> rules(JsonNode example) {
        return example.get("rules")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(JsonNode example, String member) {
        return example.get(member).asString();
    }

    private static Stream<JsonNode> examples() throws IOException {
        return Files.readString(EXAMPLES).lines().map(JSON::readTree);
    }
}
