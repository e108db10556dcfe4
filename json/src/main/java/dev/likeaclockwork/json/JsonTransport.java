// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.json;

import dev.likeaclockwork.TracedEvent;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.wire.MalformedCausalityException;
import dev.likeaclockwork.wire.MalformedCausalityException.Kind;
import dev.likeaclockwork.wire.WireLimits;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the {@code _causality} member into JSON objects and takes it out:
 * {@code {"vector":{"a":1},"event_type":"order.created","event_id":"..."}} beside the payload's own members.
 *
 * <p>An object may be a tree, a text, or bytes of UTF-8. Of texts and bytes nothing but that member is touched: numbers
 * of any size, the order of members, blanks and escapes stay as they are. A member that is there already is replaced.
 * How exactly a tree keeps numbers is up to the mapper that read it.
 *
 * <p>Extraction throws nothing but {@link MalformedCausalityException}. Injection throws
 * {@link IllegalArgumentException} for a payload that is no JSON object, and for a counter above 2<sup>53</sup>-1. No
 * argument may be null.
 *
 * <p>Stateless and thread-safe. Each method takes time and memory of O(n) for an object of n characters.
 */
public final class JsonTransport {
    /** The member that carries causality. */
    public static final String MEMBER = "_causality";

    private JsonTransport() {}

    /** Puts an event's metadata into a copy of a tree. */
    public static ObjectNode inject(ObjectNode payload, TracedEvent event) {
        return inject(payload, EventMetadata.from(event));
    }

    /** Puts metadata into a copy of a tree. */
    public static ObjectNode inject(ObjectNode payload, EventMetadata metadata) {
        ObjectNode enriched = payload.deepCopy();
        enriched.set(MEMBER, member(metadata));
        return enriched;
    }

    /** Puts an event's metadata into the text of a JSON object. */
    public static String inject(String payload, TracedEvent event) {
        return inject(payload, EventMetadata.from(event));
    }

    /** Puts metadata into the text of a JSON object. */
    public static String inject(String payload, EventMetadata metadata) {
        try {
            return JsonObjectText.of(payload, MEMBER).with("\"" + MEMBER + "\":" + member(metadata));
        } catch (MalformedJson e) {
            throw new IllegalArgumentException(
                    "payload must be a JSON object: " + e.of("payload").getMessage());
        }
    }

    /** Puts an event's metadata into the UTF-8 bytes of a JSON object. */
    public static byte[] inject(byte[] payload, TracedEvent event) {
        return inject(payload, EventMetadata.from(event));
    }

    /** Puts metadata into the UTF-8 bytes of a JSON object. */
    public static byte[] inject(byte[] payload, EventMetadata metadata) {
        String text = utf8(payload);
        if (text == null) {
            throw new IllegalArgumentException("payload must be UTF-8");
        }
        return inject(text, metadata).getBytes(StandardCharsets.UTF_8);
    }

    /** Takes the metadata out of a tree, within {@link WireLimits#DEFAULT}; empty if there is none. */
    public static Optional<EventMetadata> extract(ObjectNode json) {
        return json.has(MEMBER) ? extract("{\"" + MEMBER + "\":" + json.get(MEMBER) + "}") : Optional.empty();
    }

    /**
     * Takes the metadata out of the text of a JSON object, within {@link WireLimits#DEFAULT}; empty if there is none.
     */
    public static Optional<EventMetadata> extract(String json) {
        return extract(json, WireLimits.DEFAULT);
    }

    /** Takes the metadata out of the text of a JSON object; empty if there is none. */
    public static Optional<EventMetadata> extract(String json, WireLimits limits) {
        try (JsonParser parser = JsonObjectText.of(json, MEMBER).openMember()) {
            return parser == null ? Optional.empty() : Optional.of(read(parser, limits));
        } catch (MalformedJson e) {
            throw e.of(MEMBER);
        } catch (JacksonException e) {
            throw JsonObjectText.malformed(e).of(MEMBER);
        }
    }

    /**
     * Takes the metadata out of the UTF-8 of a JSON object, within {@link WireLimits#DEFAULT}; empty if there is none.
     */
    public static Optional<EventMetadata> extract(byte[] json) {
        String text = utf8(json);
        if (text == null) {
            throw new MalformedCausalityException(MEMBER, -1, "the JSON is not UTF-8");
        }
        return extract(text);
    }

    /** Whether a tree has the member, well formed or not. */
    public static boolean isPresent(ObjectNode json) {
        return json.has(MEMBER);
    }

    /** Whether the text is a JSON object that has the member, well formed or not. */
    public static boolean isPresent(String json) {
        try {
            return JsonObjectText.of(json, MEMBER).hasMember();
        } catch (MalformedJson e) {
            return false;
        }
    }

    /** Whether the UTF-8 of a JSON object has the member, well formed or not. */
    public static boolean isPresent(byte[] json) {
        String text = utf8(json);
        return text != null && isPresent(text);
    }

    /**
     * The JSON object without the member, as its sender had it.
     *
     * @throws IllegalArgumentException if {@code json} is no JSON object
     */
    public static String remove(String json) {
        try {
            return JsonObjectText.of(json, MEMBER).without();
        } catch (MalformedJson e) {
            throw new IllegalArgumentException(
                    "json must be a JSON object: " + e.of("json").getMessage());
        }
    }

    private static ObjectNode member(EventMetadata metadata) {
        ObjectNode member = UntrustedJson.MAPPER.createObjectNode();
        VectorTimestampJson.putCounters(member.putObject("vector"), metadata.vector());
        return member.put("event_type", metadata.eventType()).put("event_id", metadata.eventId());
    }

    private static EventMetadata read(JsonParser parser, WireLimits limits) throws MalformedJson {
        MalformedJson.require(parser, JsonToken.START_OBJECT, "expected an object");
        VectorTimestamp vector = null;
        String type = null;
        String id = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "vector" -> vector = VectorReader.read(parser, limits);
                case "event_type" -> type = text(parser);
                case "event_id" -> id = text(parser);
                default -> parser.skipChildren();
            }
        }
        return new EventMetadata(
                present(parser, "vector", vector),
                present(parser, "event_type", type),
                present(parser, "event_id", id));
    }

    private static String text(JsonParser parser) throws MalformedJson {
        MalformedJson.require(parser, JsonToken.VALUE_STRING, "expected a text");
        return parser.getString();
    }

    private static <T> T present(JsonParser parser, String name, @Nullable T value) throws MalformedJson {
        if (value == null) {
            throw new MalformedJson(Kind.ABSENT, parser, "\"" + name + "\" is absent");
        }
        return value;
    }

    private static @Nullable String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Objects.requireNonNull(bytes, "bytes")))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
