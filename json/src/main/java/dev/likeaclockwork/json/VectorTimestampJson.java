// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.json;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.wire.WireLimits;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/** The JSON of a vector timestamp on its own: {@code {"clocks":{"a":1,"b":0}}}. */
final class VectorTimestampJson {
    private static final String CLOCKS = "clocks";

    private VectorTimestampJson() {}

    static void putCounters(ObjectNode node, VectorTimestamp vector) {
        vector.forEach((id, counter) -> node.put(id, JsonCounter.writable(id, counter)));
    }

    static void write(VectorTimestamp vector, JsonGenerator json) {
        json.writeStartObject();
        json.writeObjectPropertyStart(CLOCKS);
        vector.forEach((node, counter) -> json.writeNumberProperty(node, JsonCounter.writable(node, counter)));
        json.writeEndObject();
        json.writeEndObject();
    }

    static VectorTimestamp read(JsonParser parser, WireLimits limits) throws MalformedJson {
        MalformedJson.require(parser, JsonToken.START_OBJECT, "expected an object");
        VectorTimestamp vector = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            boolean clocks = CLOCKS.equals(parser.currentName());
            parser.nextToken();
            if (clocks) {
                vector = VectorReader.read(parser, limits);
            } else {
                parser.skipChildren();
            }
        }
        if (vector == null) {
            throw new MalformedJson(parser, "\"clocks\" is absent");
        }
        return vector;
    }

    static final class Serializer extends StdSerializer<VectorTimestamp> {
        Serializer() {
            super(VectorTimestamp.class);
        }

        @Override
        public void serialize(VectorTimestamp value, JsonGenerator json, SerializationContext context) {
            write(value, json);
        }
    }

    static final class Deserializer extends StdDeserializer<VectorTimestamp> {
        Deserializer() {
            super(VectorTimestamp.class);
        }

        @Override
        public VectorTimestamp deserialize(JsonParser parser, DeserializationContext context) {
            try {
                return read(parser, WireLimits.DEFAULT);
            } catch (MalformedJson e) {
                return context.reportInputMismatch(this, "%s", e.reason());
            }
        }
    }
}
