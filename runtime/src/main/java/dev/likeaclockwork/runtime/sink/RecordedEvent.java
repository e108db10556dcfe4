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
 * A recorded event of an activity, with all data of its log line. Immutable and thread-safe.
 *
 * @param time the time by the service's wall clock, which orders nothing
 * @param type the kind of event, such as {@code stock.reserved}
 * @param node the node id of the activity, such as {@code inventory/5k2v0c1m9z3xq}
 * @param counter the number of the event on its node, from 1
 * @param vector the timestamp of the event, which includes the event itself
 * @param access the access to a resource; null if there is none
 * @param fields further members of the log line in their order: texts, numbers and truth values
 * @param payload the payload as JSON text; null if there is none
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
    /** Rejects null except for {@code access} and {@code payload}, and copies the fields. */
    public RecordedEvent {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(node, "node");
        Objects.requireNonNull(vector, "vector");
        fields = copy(Objects.requireNonNull(fields, "fields"));
    }

    /** Keeps the order of the fields; an immutable map of at most one field is not copied. */
    private static Map<String, Object> copy(Map<String, Object> fields) {
        return fields.size() < 2 ? Map.copyOf(fields) : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The id of the event, which is its dot, such as {@code inventory/5k2v0c1m9z3xq:3}. */
    public String id() {
        return node + ":" + counter;
    }

    /** The value of the {@code _causality} member as JSON text, for log lines of other writers. Takes O(n). */
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
