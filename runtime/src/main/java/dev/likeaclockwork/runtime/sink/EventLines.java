// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.sink;

import dev.likeaclockwork.json.JsonTransport;
import dev.likeaclockwork.json.LogLineFields;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The writer of recorded events as JSON lines, which the {@code clockwork} command reads. */
final class EventLines {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String PAYLOAD = "payload";

    private EventLines() {}

    /** The lines of a batch in UTF-8, each with a line break. */
    static byte[] bytes(List<RecordedEvent> events) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(events.size() * 256);
        for (RecordedEvent event : events) {
            try (JsonGenerator json = JSON.createGenerator(bytes)) {
                write(event, json);
            }
            bytes.write('\n');
        }
        return bytes.toByteArray();
    }

    static String line(RecordedEvent event) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(event, json);
        }
        return text.toString();
    }

    /** The value of the {@code _causality} member. */
    static String causality(RecordedEvent event) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            causality(event, json);
        }
        return text.toString();
    }

    private static void write(RecordedEvent event, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("time", event.time().toString());
        event.fields().forEach((name, value) -> field(name(name), value, json));
        if (event.payload() != null) {
            json.writeName(PAYLOAD);
            json.writeRawValue(event.payload());
        }
        json.writeName(JsonTransport.MEMBER);
        causality(event, json);
        json.writeEndObject();
    }

    /** Renames a field that would collide with a member of the log line. */
    private static String name(String field) {
        return field.equals(PAYLOAD) ? "field." + field : LogLineFields.name(field);
    }

    private static void field(String name, Object value, JsonGenerator json) {
        json.writeName(name);
        if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Integer || value instanceof Long) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof Double number && Double.isFinite(number)) {
            json.writeNumber(number);
        } else {
            json.writeString(value.toString());
        }
    }

    private static void causality(RecordedEvent event, JsonGenerator json) {
        json.writeStartObject();
        json.writeObjectPropertyStart("vector");
        event.vector().forEach(json::writeNumberProperty);
        json.writeEndObject();
        json.writeStringProperty("event_type", event.type());
        json.writeStringProperty("event_id", event.id());
        json.writeStringProperty("node", event.node());
        if (event.access() != null) {
            access(event.access(), json);
        }
        json.writeEndObject();
    }

    private static void access(Access access, JsonGenerator json) {
        json.writeStringProperty("resource", access.resource());
        json.writeStringProperty("access", access.kind().text());
        if (access.base() != null) {
            json.writeStringProperty("base", access.base());
        }
        if (access.version() != null) {
            json.writeStringProperty("version", access.version());
        }
    }
}
