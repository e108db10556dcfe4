// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.sink;

import dev.likeaclockwork.VectorTimestamp;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One event of one activity, as a log line tells it. Immutable and thread-safe.
 *
 * @param time when it happened by the service's wall clock, which orders nothing
 * @param type what kind of event it is, such as {@code stock.reserved}
 * @param node the activity's node id, such as {@code inventory/5k2v0c1m9z3xq}
 * @param counter its number on the node, from 1
 * @param vector what it knew, itself included
 * @param access what it did to a resource; null if nothing
 * @param fields what else is to be said, in order: texts, numbers and truth values
 * @param payload the JSON text of what the user said with it; null if nothing
 */
public record RecordedEvent(
        Instant time,
        String type,
        String node,
        long counter,
        VectorTimestamp vector,
        @Nullable Access access,
        Map<String, Object> fields,
        @Nullable String payload) {
    /** Checks that all but {@code access} and {@code payload} are there. */
    public RecordedEvent {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(node, "node");
        Objects.requireNonNull(vector, "vector");
        fields = copy(Objects.requireNonNull(fields, "fields"));
    }

    /** Keeps the order, and copies no immutable map of one field. */
    private static Map<String, Object> copy(Map<String, Object> fields) {
        return fields.size() < 2 ? Map.copyOf(fields) : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Names the event everywhere: its dot, such as {@code inventory/5k2v0c1m9z3xq:3}. */
    public String id() {
        return node + ":" + counter;
    }

    /** The value of the {@code _causality} member as JSON text, for a line that somebody else writes. Takes O(n). */
    public String causality() {
        return EventLines.causality(this);
    }

    /** The log line, a JSON object with a {@code _causality} member, without a line break. Takes O(n). */
    public String toJson() {
        return EventLines.line(this);
    }

    /** The log line. */
    @Override
    public String toString() {
        return toJson();
    }
}
