// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.otlp;

import dev.likeaclockwork.formats.input.JsonDocuments;
import dev.likeaclockwork.formats.input.SpanCollector;
import dev.likeaclockwork.formats.spans.Span;
import dev.likeaclockwork.formats.spans.SpanEvent;
import dev.likeaclockwork.formats.text.JsonCursor;
import dev.likeaclockwork.formats.text.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one request of OTLP to export traces. */
final class OtlpRequest {
    private static final List<Span.Kind> KINDS = List.of(
            Span.Kind.INTERNAL,
            Span.Kind.INTERNAL,
            Span.Kind.SERVER,
            Span.Kind.CLIENT,
            Span.Kind.PRODUCER,
            Span.Kind.CONSUMER);

    private final JsonParser json;
    private final JsonDocuments documents;
    private final SpanCollector found;
    private boolean isRequest;

    OtlpRequest(JsonParser json, JsonDocuments documents, SpanCollector found) {
        this.json = json;
        this.documents = documents;
        this.found = found;
    }

    /** Reads it, the parser being at its first token. */
    void read() {
        int line = documents.line(json);
        JsonCursor.members(json, name -> {
            isRequest |= name.startsWith("resource"); // metrics and logs may stand in between
            if (name.equals("resourceSpans")) {
                JsonCursor.elements(json, this::resourceSpans);
            }
        });
        if (!isRequest) {
            found.unreadable(line, "this is no OTLP request to export traces");
        }
    }

    /** The resource may stand behind its spans. */
    private void resourceSpans() {
        Span resource = found.begin(0);
        List<Span> spans = new ArrayList<>();
        JsonCursor.members(json, name -> {
            switch (name) {
                case "resource" -> JsonCursor.members(json, member -> attributes(member, resource::attribute));
                case "scopeSpans", "instrumentationLibrarySpans" -> JsonCursor.elements(json, () -> scope(spans));
                default -> {}
            }
        });
        for (Span span : spans) {
            span.service = text(resource, "service.name", "unknown_service");
            span.process = span.service + "@" + text(resource, "service.instance.id", text(resource, "host.name", ""));
            found.add(span);
        }
    }

    private static String text(Span resource, String attribute, String otherwise) {
        String text = resource.attribute(attribute);
        return text == null ? otherwise : text;
    }

    private void scope(List<Span> spans) {
        JsonCursor.members(json, name -> {
            if (name.equals("spans")) {
                JsonCursor.elements(json, () -> spans.add(span()));
            }
        });
    }

    private Span span() {
        Span span = found.begin(documents.line(json));
        JsonCursor.members(json, name -> {
            switch (name) {
                case "traceId" -> span.trace = SpanCollector.id(JsonCursor.text(json));
                case "spanId" -> span.id = SpanCollector.id(JsonCursor.text(json));
                case "parentSpanId" -> span.parentId = SpanCollector.id(JsonCursor.text(json));
                case "name" -> span.name = JsonCursor.text(json);
                case "kind" -> span.kind = kind(JsonCursor.text(json));
                case "startTimeUnixNano" -> span.start = time();
                case "endTimeUnixNano" -> span.end = time();
                case "links" -> JsonCursor.elements(json, () -> span.links.add(link()));
                case "events" -> JsonCursor.elements(json, () -> span.event(event()));
                case "status" -> JsonCursor.members(json, member -> status(member, span));
                default -> attributes(name, span::attribute);
            }
        });
        return span;
    }

    private SpanEvent event() {
        SpanEvent event = found.beginEvent(documents.line(json));
        JsonCursor.members(json, name -> {
            switch (name) {
                case "name" -> event.name = JsonCursor.text(json);
                case "timeUnixNano" -> event.time = time();
                default -> attributes(name, event::attribute);
            }
        });
        return event;
    }

    /** A number, or the name of one. */
    private static Span.Kind kind(String text) {
        boolean isNumber = text.length() == 1 && text.charAt(0) >= '0' && text.charAt(0) < '0' + KINDS.size();
        return isNumber ? KINDS.get(text.charAt(0) - '0') : Span.Kind.of(text);
    }

    private @Nullable Instant time() {
        long nanos = JsonCursor.count(json);
        return nanos == 0 ? null : Times.ofNanos(nanos);
    }

    private Span.Reference link() {
        String[] ids = {"", ""};
        JsonCursor.members(json, name -> {
            switch (name) {
                case "traceId" -> ids[0] = SpanCollector.id(JsonCursor.text(json));
                case "spanId" -> ids[1] = SpanCollector.id(JsonCursor.text(json));
                default -> {}
            }
        });
        return new Span.Reference(ids[0], ids[1]);
    }

    private void status(String member, Span span) {
        String code = member.equals("code") ? JsonCursor.text(json) : "";
        span.failed |= code.equals("2") || code.equals("STATUS_CODE_ERROR");
    }

    private void attributes(String member, BiConsumer<String, String> reader) {
        if (member.equals("attributes")) {
            JsonCursor.elements(json, () -> attribute(reader));
        }
    }

    /** {@code {"key":"db.system","value":{"stringValue":"redis"}}}; values of several parts are passed over. */
    private void attribute(BiConsumer<String, String> reader) {
        @Nullable String[] parts = new @Nullable String[2];
        JsonCursor.members(json, name -> {
            if (name.equals("key")) {
                parts[0] = JsonCursor.text(json);
            } else if (name.equals("value") && json.currentToken() == JsonToken.START_OBJECT) {
                JsonCursor.members(json, type -> parts[1] = JsonCursor.textOrNull(json));
            }
        });
        if (parts[0] != null && parts[1] != null) {
            reader.accept(parts[0], parts[1]);
        }
    }
}
