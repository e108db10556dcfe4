// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.json;

import dev.likeaclockwork.formats.text.JsonText;
import dev.likeaclockwork.formats.text.MalformedLineException;
import dev.likeaclockwork.formats.text.VectorReader;
import dev.likeaclockwork.graph.event.LoggedVector;
import dev.likeaclockwork.json.JsonTransport;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the {@code _causality} member of one object after the other, or what GoVector writes in its place. */
final class JsonCausality {
    private final JsonText texts;
    private final JsonMembers members;
    private final VectorReader counts = new VectorReader();
    private LoggedVector vector = LoggedVector.empty();
    private List<String> causes = List.of();
    private boolean isThere;
    private boolean isGoVectors;

    /** GoVector's name of the node. */
    @Nullable
    String processId;

    JsonCausality(JsonText texts) {
        this.texts = texts;
        this.members = new JsonMembers(texts);
    }

    void clear() {
        members.clear();
        vector = LoggedVector.empty();
        causes = List.of();
        isThere = false;
        isGoVectors = false;
        processId = null;
    }

    /**
     * Reads it, at its first token; at its last one afterwards.
     *
     * @throws MalformedLineException if it is not of the right form
     */
    void read(JsonParser json) throws MalformedLineException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (isThere || json.currentToken() != JsonToken.START_OBJECT) {
            throw new MalformedLineException(JsonTransport.MEMBER + (isThere ? " stands twice" : " is no object"));
        }
        isThere = true;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "vector" -> vector(json);
                case "causes" -> causes = texts.listOf(json);
                default -> {
                    members.read(name, json, vector);
                    json.skipChildren();
                }
            }
        }
    }

    /** As GoVector writes JSON lines: {@code {"processId":"a","VCString":{"a":1},"message":"hello"}}. */
    void readGoVector(JsonParser json) throws MalformedLineException {
        if (json.currentToken() == JsonToken.START_OBJECT && !isThere) {
            isThere = true;
            isGoVectors = true;
            vector(json);
        }
        json.skipChildren();
    }

    private void vector(JsonParser json) throws MalformedLineException {
        if (vector.size() > 0) {
            throw new MalformedLineException("'vector' stands twice in one event");
        }
        vector = counts.read(json);
    }

    /** Whether the object is an event. */
    boolean isThere() {
        return isThere;
    }

    /** The vector; empty if it was not read yet. */
    LoggedVector vector() {
        return vector;
    }

    /** The ids of causes of which the vector does not tell. */
    List<String> causes() {
        return causes;
    }

    JsonMembers members() {
        return members;
    }

    /**
     * The event's node.
     *
     * @param ofField what the member says that the user named
     * @throws MalformedLineException if there is none
     */
    String node(@Nullable String ofField) throws MalformedLineException {
        if (vector.size() == 0) {
            throw new MalformedLineException("_causality has no vector");
        }
        String named = isGoVectors ? processId : members.node;
        String node = named != null ? named : ofField;
        if (node == null && vector.size() > 1) {
            throw new MalformedLineException(
                    "_causality does not say which node the event belongs to; --node-field may");
        }
        return node == null ? vector.node(0) : node;
    }
}
