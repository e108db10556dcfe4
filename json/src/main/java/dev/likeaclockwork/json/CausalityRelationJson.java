// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.json;

import dev.likeaclockwork.CausalityRelation;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** The JSON of a relation: {@code "HappensBefore"}, {@code "HappensAfter"}, {@code "Concurrent"} or {@code "Equal"}. */
final class CausalityRelationJson {
    private CausalityRelationJson() {}

    static String name(CausalityRelation relation) {
        return switch (relation) {
            case HAPPENS_BEFORE -> "HappensBefore";
            case HAPPENS_AFTER -> "HappensAfter";
            case CONCURRENT -> "Concurrent";
            case EQUAL -> "Equal";
        };
    }

    static final class Serializer extends StdSerializer<CausalityRelation> {
        Serializer() {
            super(CausalityRelation.class);
        }

        @Override
        public void serialize(CausalityRelation value, JsonGenerator json, SerializationContext context) {
            json.writeString(name(value));
        }
    }

    static final class Deserializer extends StdDeserializer<CausalityRelation> {
        Deserializer() {
            super(CausalityRelation.class);
        }

        @Override
        public CausalityRelation deserialize(JsonParser parser, DeserializationContext context) {
            String text = context.readTree(parser).asString("");
            for (CausalityRelation relation : CausalityRelation.values()) {
                if (name(relation).equals(text)) {
                    return relation;
                }
            }
            return context.reportInputMismatch(
                    this, "expected \"HappensBefore\", \"HappensAfter\", \"Concurrent\" or \"Equal\"");
        }
    }
}
