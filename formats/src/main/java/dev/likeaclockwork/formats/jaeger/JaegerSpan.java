// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.jaeger;

import dev.likeaclockwork.formats.input.SpanCollector;
import dev.likeaclockwork.formats.spans.Span;
import dev.likeaclockwork.formats.spans.SpanEvent;
import dev.likeaclockwork.formats.text.JsonCursor;
import dev.likeaclockwork.formats.text.Times;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonParser;

/** A span of Jaeger as it is read, with what is known of it only when its trace was read. */
final class JaegerSpan {
    private final Span span;
    private String process = "";
    private long startMicros;
    private long durationMicros = -1;

    JaegerSpan(Span span) {
        this.span = span;
    }

    void member(String name, JsonParser json) {
        switch (name) {
            case "traceID" -> span.trace = SpanCollector.id(JsonCursor.text(json));
            case "spanID" -> span.id = SpanCollector.id(JsonCursor.text(json));
            case "parentSpanID" -> span.parentId = SpanCollector.id(JsonCursor.text(json));
            case "operationName" -> span.name = JsonCursor.text(json);
            case "startTime" -> startMicros = JsonCursor.count(json);
            case "duration" -> durationMicros = JsonCursor.count(json);
            case "references" -> JsonCursor.elements(json, () -> reference(json));
            case "tags" -> JsonCursor.elements(json, () -> tag(json, this::tag));
            case "logs" -> JsonCursor.elements(json, () -> span.event(event(json)));
            case "processID" -> process = JsonCursor.text(json);
            case "process" -> process(json, span);
            default -> {}
        }
    }

    /** A process: its service, and by which instance it can be told from others. */
    static void process(JsonParser json, Span carrier) {
        JsonCursor.members(json, name -> {
            if (name.equals("serviceName")) {
                carrier.service = JsonCursor.text(json);
            } else if (name.equals("tags")) {
                JsonCursor.elements(
                        json,
                        () -> tag(json, (key, value) -> {
                            if (key.equals("service.instance.id")
                                    || key.equals("hostname")
                                    || key.equals("host.name")) {
                                carrier.process = value;
                            }
                        }));
            }
        });
    }

    /** The first span that it is a child of may also stand among its references. */
    private void reference(JsonParser json) {
        String[] parts = {"", "", ""};
        JsonCursor.members(json, name -> {
            switch (name) {
                case "refType" -> parts[0] = JsonCursor.text(json);
                case "traceID" -> parts[1] = SpanCollector.id(JsonCursor.text(json));
                case "spanID" -> parts[2] = SpanCollector.id(JsonCursor.text(json));
                default -> {}
            }
        });
        Span.Reference reference = new Span.Reference(parts[1], parts[2]);
        (parts[0].equals("FOLLOWS_FROM") ? span.links : span.parents).add(reference);
    }

    /** What Jaeger has of an event of OpenTelemetry: a time, and fields, one of which is its name. */
    private SpanEvent event(JsonParser json) {
        SpanEvent event = new SpanEvent(span.position);
        JsonCursor.members(json, name -> {
            if (name.equals("timestamp")) {
                event.time = Times.ofMicros(JsonCursor.count(json));
            } else if (name.equals("fields")) {
                JsonCursor.elements(json, () -> tag(json, (key, value) -> field(event, key, value)));
            }
        });
        return event;
    }

    private static void field(SpanEvent event, String key, String value) {
        if (key.equals("event")) {
            event.name = value;
        } else {
            event.attribute(key, value);
        }
    }

    private static void tag(JsonParser json, BiConsumer<String, String> reader) {
        String[] parts = {"", ""};
        JsonCursor.members(json, name -> {
            switch (name) {
                case "key" -> parts[0] = JsonCursor.text(json);
                case "value" -> parts[1] = JsonCursor.text(json);
                default -> {}
            }
        });
        reader.accept(parts[0], parts[1]);
    }

    private void tag(String key, String value) {
        switch (key) {
            case "span.kind" -> span.kind = Span.Kind.of(value);
            case "error" -> span.failed |= !value.equals("false");
            default -> span.failed |= key.equals("otel.status_code") && value.equals("ERROR");
        }
        span.attribute(key, value);
    }

    /** The span, in one of the processes of its trace, or in its own. */
    Span in(Map<String, Span> processes) {
        Span its = processes.getOrDefault(process, span);
        span.service = its.service;
        span.process = its.service + "@" + its.process;
        span.setMicros(startMicros, durationMicros);
        if (!span.parents.isEmpty()) {
            span.parentId = "";
        }
        return span;
    }
}
