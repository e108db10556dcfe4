// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.json;

import dev.likeaclockwork.formats.input.InputCollector;
import dev.likeaclockwork.formats.messages.MessageEvent;
import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.formats.text.JsonText;
import dev.likeaclockwork.formats.text.MalformedLineException;
import dev.likeaclockwork.formats.text.Times;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.event.LoggedVector;
import dev.likeaclockwork.graph.event.Position;
import dev.likeaclockwork.json.JsonTransport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** What one JSON object says, as it is read member by member; used for one object after the other. */
final class JsonEvent {
    private final @Nullable String nodeField;
    private final JsonText texts = new JsonText();
    private final JsonFields fields;
    private final JsonCausality causality = new JsonCausality(texts);

    /** Members beside {@code _causality} that have the names of its own: the event of a log of messages. */
    private final JsonMembers top = new JsonMembers(texts);

    private List<String> sends = List.of();
    private List<String> receives = List.of();
    private boolean mayBeSpans;
    private @Nullable Instant time;
    private @Nullable String message;
    private @Nullable String nodeOfField;
    private @Nullable String wrapped;

    JsonEvent(ReadOptions options) {
        this.nodeField = options.nodeField().orElse(null);
        this.fields = new JsonFields(texts, options.keepFields());
    }

    /**
     * Reads an object.
     *
     * @param json before the object's start; at its end afterwards
     * @throws MalformedLineException if it is meant to be an event and is none
     */
    void read(JsonParser json) throws MalformedLineException {
        clear();
        json.nextToken();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            if (name.equals(nodeField)) {
                nodeOfField = texts.of(json);
            }
            member(name, json);
        }
    }

    private void clear() {
        causality.clear();
        top.clear();
        fields.clear();
        sends = List.of();
        receives = List.of();
        mayBeSpans = false;
        time = null;
        message = null;
        nodeOfField = null;
        wrapped = null;
    }

    private void member(String name, JsonParser json) throws MalformedLineException {
        switch (name) {
            case JsonTransport.MEMBER -> causality.read(json);
            case "time", "@timestamp", "timestamp", "ts" -> time(name, json);
            case "msg", "message" -> message(name, json);
            case "send" -> sends = texts.listOf(json);
            case "receive" -> receives = texts.listOf(json);
            case "line", "log" -> wrapped(name, json);
            case "VCString" -> causality.readGoVector(json);
            case "processId" -> causality.processId = texts.of(json);
            case "resourceSpans", "traceId", "traceID", "data" -> mayBeSpans(name, json);
            default -> other(name, json);
        }
    }

    private void other(String name, JsonParser json) throws MalformedLineException {
        if (top.read(name, json, causality.vector())) {
            json.skipChildren();
        } else {
            fields.read(name, json);
        }
    }

    private void message(String name, JsonParser json) {
        if (message == null && json.currentToken() == JsonToken.VALUE_STRING) {
            message = texts.of(json);
        } else {
            fields.read(name, json);
        }
    }

    private void mayBeSpans(String name, JsonParser json) {
        mayBeSpans = true;
        fields.read(name, json);
    }

    private void time(String name, JsonParser json) {
        Instant parsed = null;
        if (time == null && json.currentToken() == JsonToken.VALUE_STRING) {
            int from = json.getStringOffset();
            parsed = Times.parse(json.getStringCharacters(), from, from + json.getStringLength());
        } else if (time == null && json.currentToken().isNumeric()) {
            parsed = Times.parse(json.getString());
        }
        if (parsed == null) {
            fields.read(name, json);
        } else {
            time = parsed;
        }
    }

    private void wrapped(String name, JsonParser json) {
        String text = texts.of(json);
        if (text != null && text.indexOf('{') >= 0) {
            wrapped = text;
        } else {
            fields.read(name, json);
        }
    }

    /**
     * Hands on the event that was read.
     *
     * @param outerTime when it happened, if the object does not say so
     * @return whether there was one
     * @throws MalformedLineException if it is not complete
     */
    boolean emit(InputCollector findings, int line, @Nullable Instant outerTime) throws MalformedLineException {
        Instant when = time == null ? outerTime : time;
        String node = nodeOfField != null ? nodeOfField : top.node;
        if (causality.isThere()) {
            findings.event(event(findings.at(line), when));
        } else if (node != null && (!sends.isEmpty() || !receives.isEmpty() || top.hasAccess())) {
            String label = top.type != null ? top.type : message;
            new MessageEvent(node, sends, receives, label, when, top.access(), top.id, fields.toMap())
                    .emit(findings, line);
        } else {
            return false;
        }
        return true;
    }

    private LoggedEvent event(Position position, @Nullable Instant when) throws MalformedLineException {
        LoggedVector vector = causality.vector();
        String node = causality.node(nodeOfField);
        String type = causality.members().type;
        fields.add("msg", type == null ? null : message);
        String label = type != null ? type : message;
        return LoggedEvent.builder(position, node)
                .vector(vector)
                .id(causality.members().id)
                .label(label == null ? "" : label)
                .time(when)
                .access(causality.members().access())
                .causes(causality.causes())
                .fields(fields.toMap())
                .build();
    }

    /** The line of a log that this object wraps, as Loki and Docker do; null if there is none. */
    @Nullable
    String wrapped() {
        return wrapped;
    }

    /** When it happened, if the object says so. */
    @Nullable
    Instant time() {
        return time;
    }

    /** Whether it has a member of a name that formats of spans use. */
    boolean mayBeSpans() {
        return mayBeSpans;
    }
}
