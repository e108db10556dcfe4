// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.json;

import dev.likeaclockwork.formats.text.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Collects what else an object says: its members of simple values, as text. */
final class JsonFields {
    private final JsonText texts;
    private final boolean keep;
    private Map<String, String> fields = Map.of();

    JsonFields(JsonText texts, boolean keep) {
        this.texts = texts;
        this.keep = keep;
    }

    void clear() {
        fields = Map.of();
    }

    /** Passes over a member, and keeps it if its value is simple. */
    void read(String name, JsonParser json) {
        add(name, keep ? texts.of(json) : null);
        json.skipChildren();
    }

    /** Keeps a value, if it is none of a name that was there before. */
    void add(String name, @Nullable String value) {
        if (keep && value != null) {
            fields = fields.isEmpty() ? new LinkedHashMap<>() : fields;
            fields.putIfAbsent(name, value);
        }
    }

    /** The fields in their order; not changed any more. */
    Map<String, String> toMap() {
        return fields;
    }
}
