// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.spans;

import dev.likeaclockwork.graph.event.Position;
import dev.likeaclockwork.json.SpanAttributes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that happened within a span, as it is read member by member. */
public final class SpanEvent {
    public final Position position;
    public final Map<String, String> attributes = new LinkedHashMap<>();
    public String name = "";

    @Nullable
    public Instant time;

    public SpanEvent(Position position) {
        this.position = position;
    }

    public void attribute(String key, String value) {
        if (attributes.size() < Span.MOST_ATTRIBUTES) {
            attributes.put(key, value);
        }
    }

    /** Whether it says where it stands in causality; others are a part of their span. */
    boolean hasVector() {
        return attributes.containsKey(SpanAttributes.VECTOR);
    }
}
