// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.json;

import dev.likeaclockwork.LamportTimestamp;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** The JSON of a Lamport timestamp: {@code {"node_id":"a","time":1}}. */
final class LamportTimestampJson {
    private LamportTimestampJson() {}

    static final class Serializer extends StdSerializer<LamportTimestamp> {
        Serializer() {
            super(LamportTimestamp.class);
        }

        @Override
        public void serialize(LamportTimestamp value, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeStringProperty("node_id", value.node());
            json.writeNumberProperty("time", JsonCounter.writable(value.node(), value.time()));
            json.writeEndObject();
        }
    }

    static final class Deserializer extends StdDeserializer<LamportTimestamp> {
        Deserializer() {
            super(LamportTimestamp.class);
        }

        @Override
        public LamportTimestamp deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode json = context.readTree(parser);
            JsonNode node = json.path("node_id");
            JsonNode time = json.path("time");
            if (!node.isString() || !time.isIntegralNumber()) {
                return context.reportInputMismatch(this, "expected {\"node_id\":text,\"time\":integer}");
            }
            try {
                return LamportTimestamp.parse(node.asString() + ":" + time);
            } catch (IllegalArgumentException e) {
                return context.reportInputMismatch(this, "%s", e.getMessage());
            }
        }
    }
}
