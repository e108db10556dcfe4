// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.json;

import dev.likeaclockwork.TracedEvent;
import dev.likeaclockwork.VectorTimestamp;
import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The JSON of an event: {@code event_id}, {@code event_type}, {@code payload} as an array of bytes from 0 to 255,
 * {@code causality} as a vector timestamp, and {@code timestamp_utc}, null or RFC 3339.
 */
final class TracedEventJson {
    private static final String ID = "event_id";
    private static final String TYPE = "event_type";
    private static final String PAYLOAD = "payload";
    private static final String CAUSALITY = "causality";
    private static final String TIMESTAMP = "timestamp_utc";

    private TracedEventJson() {}

    static final class Serializer extends StdSerializer<TracedEvent> {
        Serializer() {
            super(TracedEvent.class);
        }

        @Override
        public void serialize(TracedEvent event, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeStringProperty(ID, event.id());
            json.writeStringProperty(TYPE, event.type());
            json.writeArrayPropertyStart(PAYLOAD);
            for (byte b : event.payload()) {
                json.writeNumber(b & 0xFF);
            }
            json.writeEndArray();
            json.writeName(CAUSALITY);
            VectorTimestampJson.write(event.vector(), json);
            json.writeName(TIMESTAMP);
            json.writePOJO(event.instant().map(Instant::toString).orElse(null));
            json.writeEndObject();
        }
    }

    static final class Deserializer extends StdDeserializer<TracedEvent> {
        Deserializer() {
            super(TracedEvent.class);
        }

        @Override
        public TracedEvent deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode json = context.readTree(parser);
            VectorTimestamp vector = context.readTreeAsValue(json.path(CAUSALITY), VectorTimestamp.class);
            try {
                TracedEvent event =
                        TracedEvent.of(text(json, ID), text(json, TYPE), payload(json.path(PAYLOAD)), vector);
                return json.path(TIMESTAMP).isString()
                        ? event.withInstant(Instant.parse(text(json, TIMESTAMP)))
                        : event;
            } catch (IllegalArgumentException | DateTimeException | NullPointerException e) {
                return context.reportInputMismatch(this, "%s", e.getMessage());
            }
        }

        private static String text(JsonNode json, String name) {
            if (!json.path(name).isString()) {
                throw new IllegalArgumentException("\"" + name + "\" is not a text");
            }
            return json.path(name).asString();
        }

        private static byte[] payload(JsonNode array) {
            if (!array.isArray()) {
                throw new IllegalArgumentException("\"" + PAYLOAD + "\" is not an array");
            }
            byte[] payload = new byte[array.size()];
            for (int i = 0; i < payload.length; i++) {
                JsonNode number = array.get(i);
                int value = number.canConvertToInt() && number.isIntegralNumber() ? number.intValue() : -1;
                if (value < 0 || value > 0xFF) {
                    throw new IllegalArgumentException("\"" + PAYLOAD + "\" has no byte at index " + i);
                }
                payload[i] = (byte) value;
            }
            return payload;
        }
    }
}
