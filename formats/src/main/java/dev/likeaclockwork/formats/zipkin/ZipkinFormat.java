// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.zipkin;

import dev.likeaclockwork.formats.input.Input;
import dev.likeaclockwork.formats.input.InputCollector;
import dev.likeaclockwork.formats.input.JsonDocuments;
import dev.likeaclockwork.formats.input.LogFormat;
import dev.likeaclockwork.formats.input.SpanCollector;
import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.formats.spans.Span;
import dev.likeaclockwork.formats.text.JsonCursor;
import dev.likeaclockwork.formats.text.JsonText;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Spans of Zipkin's second version in JSON: arrays of spans, arrays of traces, or one span on each line.
 *
 * @see <a href="https://zipkin.io/zipkin-api/#/default/post_spans">Zipkin API, list of spans</a>
 */
public final class ZipkinFormat implements LogFormat {
    /** Possessive, so that brackets without end take no stack. */
    private static final Pattern OPENING = Pattern.compile("\\s*(?:\\[\\s*+)*+\\{");

    private static final Pattern OF_A_SPAN = Pattern.compile("\"(?:localEndpoint|remoteEndpoint|parentId|duration)\"");

    private final ReadOptions options;

    public ZipkinFormat(ReadOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "zipkin";
    }

    @Override
    public boolean recognises(String head) {
        int causality = head.indexOf("_causality");
        String before = causality < 0 ? head : head.substring(0, causality);
        return OPENING.matcher(before).lookingAt()
                && before.contains("\"traceId\"")
                && before.contains("\"id\"")
                && OF_A_SPAN.matcher(before).find();
    }

    @Override
    public void read(Input input, InputCollector findings) {
        JsonDocuments documents = new JsonDocuments(input, findings);
        SpanCollector found = new SpanCollector(options, findings);
        documents.forEach(json -> value(json, documents, found));
    }

    private void value(JsonParser json, JsonDocuments documents, SpanCollector found) {
        if (json.currentToken() == JsonToken.START_ARRAY) {
            JsonCursor.elements(json, () -> value(json, documents, found));
        } else if (json.currentToken() == JsonToken.START_OBJECT) {
            found.add(span(json, found.begin(documents.line(json))));
        } else {
            found.unreadable(documents.line(json), JsonText.describe(json) + " is no span");
        }
    }

    private static Span span(JsonParser json, Span span) {
        long[] micros = {0, -1};
        JsonCursor.members(json, name -> {
            switch (name) {
                case "traceId" -> span.trace = SpanCollector.id(JsonCursor.text(json));
                case "id" -> span.id = SpanCollector.id(JsonCursor.text(json));
                case "parentId" -> span.parentId = SpanCollector.id(JsonCursor.text(json));
                case "name" -> span.name = JsonCursor.text(json);
                case "kind" -> span.kind = Span.Kind.of(JsonCursor.text(json));
                case "shared" -> span.isShared = json.currentToken() == JsonToken.VALUE_TRUE;
                case "timestamp" -> micros[0] = JsonCursor.count(json);
                case "duration" -> micros[1] = JsonCursor.count(json);
                case "localEndpoint" -> JsonCursor.members(json, member -> endpoint(json, member, span));
                case "tags" -> JsonCursor.members(json, key -> tag(json, key, span));
                default -> {}
            }
        });
        span.setMicros(micros[0], micros[1]);
        return span;
    }

    private static void endpoint(JsonParser json, String member, Span span) {
        if (member.equals("serviceName")) {
            span.service = JsonCursor.text(json);
        }
    }

    private static void tag(JsonParser json, String key, Span span) {
        String value = JsonCursor.textOrNull(json);
        span.failed |= key.equals("error");
        if (value != null) {
            span.attribute(key, value);
        }
    }
}
