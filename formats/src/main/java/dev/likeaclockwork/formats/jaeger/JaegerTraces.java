// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.jaeger;

import dev.likeaclockwork.formats.input.JsonDocuments;
import dev.likeaclockwork.formats.input.SpanCollector;
import dev.likeaclockwork.formats.spans.Span;
import dev.likeaclockwork.formats.text.JsonCursor;
import dev.likeaclockwork.formats.text.JsonText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one JSON value of Jaeger: an answer with {@code data}, a list of traces, a trace, or a span. */
final class JaegerTraces {
    private final JsonParser json;
    private final JsonDocuments documents;
    private final SpanCollector found;

    JaegerTraces(JsonParser json, JsonDocuments documents, SpanCollector found) {
        this.json = json;
        this.documents = documents;
        this.found = found;
    }

    /** Reads it, the parser being at its first token. */
    void read() {
        if (json.currentToken() == JsonToken.START_ARRAY) {
            JsonCursor.elements(json, this::read);
        } else if (json.currentToken() == JsonToken.START_OBJECT) {
            readObject();
        } else {
            found.unreadable(documents.line(json), JsonText.describe(json) + " is no trace");
        }
    }

    private void readObject() {
        JaegerSpan own = new JaegerSpan(found.begin(documents.line(json)));
        List<JaegerSpan> spans = new ArrayList<>();
        Map<String, Span> processes = new HashMap<>();
        boolean[] holdsOthers = {false};
        JsonCursor.members(json, name -> {
            switch (name) {
                case "data" -> JsonCursor.elements(json, this::read);
                case "spans" -> JsonCursor.elements(json, () -> spans.add(span()));
                case "processes" -> JsonCursor.members(json, id -> processes.put(id, process()));
                default -> own.member(name, json);
            }
            holdsOthers[0] |= name.equals("data") || name.equals("spans");
        });
        spans.forEach(span -> found.add(span.in(processes)));
        if (!holdsOthers[0]) {
            found.add(own.in(processes));
        }
    }

    private JaegerSpan span() {
        JaegerSpan span = new JaegerSpan(found.begin(documents.line(json)));
        JsonCursor.members(json, name -> span.member(name, json));
        return span;
    }

    private Span process() {
        Span process = found.begin(0);
        JaegerSpan.process(json, process);
        return process;
    }
}
