// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.json;

import dev.likeaclockwork.formats.text.AccessText;
import dev.likeaclockwork.formats.text.JsonText;
import dev.likeaclockwork.formats.text.MalformedLineException;
import dev.likeaclockwork.graph.event.Access;
import dev.likeaclockwork.graph.event.LoggedVector;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** The members of a JSON object that tell an event's node, id, type and access; read one object after the other. */
final class JsonMembers {
    private final JsonText texts;

    @Nullable
    String node;

    @Nullable
    String id;

    @Nullable
    String type;

    private @Nullable String resource;
    private @Nullable String access;
    private @Nullable String base;
    private @Nullable String version;

    JsonMembers(JsonText texts) {
        this.texts = texts;
    }

    void clear() {
        node = null;
        id = null;
        type = null;
        resource = null;
        access = null;
        base = null;
        version = null;
    }

    /**
     * Reads a member, at its value.
     *
     * @param vector the event's vector, if it was read already
     * @return whether it is one of these
     * @throws MalformedLineException if it was there before
     */
    boolean read(String name, JsonParser json, LoggedVector vector) throws MalformedLineException {
        switch (name) {
            case "node" -> node = once(name, node, JsonText.node(json, vector));
            case "event_id" -> id = once(name, id, json.currentToken().isScalarValue() ? json.getString() : null);
            case "event_type" -> type = once(name, type, texts.of(json));
            case "resource" -> resource = once(name, resource, texts.of(json));
            case "access" -> access = once(name, access, texts.of(json));
            case "base" -> base = once(name, base, texts.of(json));
            case "version" -> version = once(name, version, texts.of(json));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String once(String name, @Nullable String before, @Nullable String value)
            throws MalformedLineException {
        if (before != null) {
            throw new MalformedLineException("'" + name + "' stands twice in one event");
        }
        return value;
    }

    /** Whether an access is told. */
    boolean hasAccess() {
        return access != null;
    }

    /**
     * The access; null if none is told.
     *
     * @throws MalformedLineException if only a part of it is
     */
    @Nullable
    Access access() throws MalformedLineException {
        return AccessText.of(resource, access, base, version);
    }
}
