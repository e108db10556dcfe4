// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.read;

import dev.likeaclockwork.graph.Access;
import dev.likeaclockwork.graph.LoggedEvent;
import dev.likeaclockwork.graph.LoggedVector;
import dev.likeaclockwork.graph.Position;
import dev.likeaclockwork.json.JsonTransport;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON lines: any object with a {@code _causality} member is an event; other objects are other log lines and passed over.
 */
final class JsonLines {
    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    // node ids are names of members, and each request has new ones
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String file;
    private final Optional<String> nodeField;

    JsonLines(String file, Optional<String> nodeField) {
        this.file = file;
        this.nodeField = nodeField;
    }

    /** Whether the first line that is not blank opens a JSON object. */
    static boolean recognises(String text, Executions.Part part) {
        return text.substring(part.start(), part.end()).stripLeading().startsWith("{");
    }

    void read(String text, Executions.Part part) {
        int number = (int)
                text.substring(0, part.start()).chars().filter(c -> c == '\n').count();
        for (int start : LogReader.lineStarts(text, part)) {
            number++;
            int end = text.indexOf('\n', start);
            String line = text.substring(start, end < 0 ? text.length() : end);
            if (!line.isBlank()) {
                readLine(line, new Position(file, number), part.execution());
            }
        }
    }

    private void readLine(String line, Position position, Executions.Collected execution) {
        try {
            JsonNode json = JSON.readTree(line);
            if (json.has(JsonTransport.MEMBER)) {
                execution.add(event(json, json.get(JsonTransport.MEMBER), position));
            } else if (!json.isObject()) {
                execution.report(position, "this line is no JSON object");
            }
        } catch (JacksonException e) {
            execution.report(position, "broken JSON: " + e.getOriginalMessage());
        } catch (BrokenLine e) {
            execution.report(position, e.reason);
        }
    }

    private LoggedEvent event(JsonNode line, JsonNode causality, Position position) throws BrokenLine {
        LoggedVector vector = vector(causality.path("vector"));
        String type = text(causality, "event_type");
        String label = type != null ? type : text(line, "msg");
        return LoggedEvent.builder(position, node(line, causality, vector))
                .vector(vector)
                .id(text(causality, "event_id"))
                .label(label == null ? "" : label)
                .time(time(line))
                .access(access(causality))
                .build();
    }

    private static LoggedVector vector(JsonNode json) throws BrokenLine {
        LoggedVector.Builder vector = LoggedVector.builder();
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            JsonNode counter = entry.getValue();
            if (!counter.isIntegralNumber() || !counter.canConvertToLong() || counter.longValue() < 0) {
                throw new BrokenLine("the counter of '" + entry.getKey() + "' is " + counter + ", not a count");
            }
            vector.add(entry.getKey(), counter.longValue());
        }
        if (json.isEmpty()) {
            throw new BrokenLine("_causality has no vector");
        }
        return vector.build();
    }

    private String node(JsonNode line, JsonNode causality, LoggedVector vector) throws BrokenLine {
        String node = text(causality, "node");
        if (node == null && nodeField.isPresent()) {
            node = text(line, nodeField.get());
        }
        if (node == null && vector.size() == 1) {
            node = vector.node(0);
        }
        if (node == null) {
            throw new BrokenLine("_causality does not say which node the event belongs to; --node-field may");
        }
        return node;
    }

    private static @Nullable Access access(JsonNode causality) throws BrokenLine {
        String resource = text(causality, "resource");
        String access = text(causality, "access");
        if (resource == null && access == null) {
            return null;
        }
        if (resource == null || !("read".equals(access) || "write".equals(access))) {
            throw new BrokenLine("an access needs a resource, and \"access\" as \"read\" or \"write\"");
        }
        Access.Kind kind = "read".equals(access) ? Access.Kind.READ : Access.Kind.WRITE;
        return new Access(resource, kind, text(causality, "base"), text(causality, "version"));
    }

    private static @Nullable Instant time(JsonNode line) throws BrokenLine {
        String time = text(line, "time");
        try {
            return time == null ? null : Instant.parse(time);
        } catch (DateTimeException e) {
            throw new BrokenLine("the time '" + time + "' is not of the form 2026-11-23T10:00:00.123Z");
        }
    }

    /** A text, or a number as text; null if it is absent. */
    private static @Nullable String text(JsonNode json, String member) {
        JsonNode value = json.path(member);
        return value.isString() || value.isNumber() ? value.asString() : null;
    }

    private static final class BrokenLine extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;

        BrokenLine(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }
}
