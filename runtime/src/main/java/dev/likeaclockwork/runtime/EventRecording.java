// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.runtime.sink.Access;
import dev.likeaclockwork.runtime.sink.RecordedEvent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event that is about to be recorded; it happens when {@link #record} or {@link #receive} is called, once.
 *
 * <pre>{@code
 * clockwork.event("stock.checked").read("product:42").at("7").record();
 * clockwork.event("stock.reserved").wrote("product:42").over("7").as("8").with("pieces", 1).record();
 * }</pre>
 *
 * <p>Versions are any texts that tell states of a resource apart: row versions, ETags, dots. With them a lost update
 * can be proven; without them two concurrent accesses are a race that may be harmless. Not thread-safe.
 */
public final class EventRecording {
    private final Activity activity;
    private final String type;
    private @Nullable String resource;
    private Access.@Nullable Kind kind;
    private @Nullable String base;
    private @Nullable String version;
    private Map<String, Object> fields = Map.of();
    private @Nullable String payload;

    EventRecording(Activity activity, String type) {
        this.activity = activity;
        this.type = Objects.requireNonNull(type, "type");
    }

    /**
     * Says that the event read a resource, such as {@code product:42}. An event has one access; the last one counts.
     */
    public EventRecording read(String resource) {
        return access(resource, Access.Kind.READ);
    }

    /** Says that the event wrote a resource. */
    public EventRecording wrote(String resource) {
        return access(resource, Access.Kind.WRITE);
    }

    /** Says that the event acquired a lock. */
    public EventRecording acquired(String lock) {
        return access(lock, Access.Kind.ACQUIRE);
    }

    /** Says that the event released a lock. */
    public EventRecording released(String lock) {
        return access(lock, Access.Kind.RELEASE);
    }

    private EventRecording access(String resource, Access.Kind kind) {
        this.resource = Objects.requireNonNull(resource, "resource");
        this.kind = kind;
        return this;
    }

    /** The version that a read saw. */
    public EventRecording at(String version) {
        this.version = Objects.requireNonNull(version, "version");
        return this;
    }

    /** The version that a write made. */
    public EventRecording as(String version) {
        this.version = Objects.requireNonNull(version, "version");
        return this;
    }

    /** The version that a write wrote over. */
    public EventRecording over(String base) {
        this.base = Objects.requireNonNull(base, "base");
        return this;
    }

    /** Adds a member to the log line: a text, a number, a truth value, or anything else as its {@code toString}. */
    public EventRecording with(String name, Object value) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        Object plain = isPlain(value) ? value : String.valueOf(value);
        if (fields.isEmpty()) {
            fields = Map.of(name, plain);
        } else {
            fields = fields.size() == 1 ? new LinkedHashMap<>(fields) : fields;
            fields.put(name, plain);
        }
        return this;
    }

    private static boolean isPlain(Object value) {
        return value instanceof String
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Double
                || value instanceof Boolean;
    }

    /**
     * Adds a value as the log line's {@code payload}: a map, a record, a tree, whatever Jackson writes. It is written
     * out at once, so that it may change later. What Jackson cannot write, or is over 64 KiB, is left out, and the line
     * says so.
     */
    public EventRecording payload(Object value) {
        Objects.requireNonNull(value, "value");
        try {
            payload = Payloads.json(value);
        } catch (RuntimeException e) {
            with("payload_error", String.valueOf(e.getMessage()));
        }
        return this;
    }

    /** Records the event, as one inside the activity or as the sending of a message, and returns its timestamp. */
    public VectorTimestamp record() {
        return publish(activity.clock().tick());
    }

    /**
     * Records the event as the receipt of messages, and returns its timestamp.
     *
     * @param stamps what their senders knew; with none, the event is one inside the activity
     */
    public VectorTimestamp receive(Collection<VectorTimestamp> stamps) {
        return stamps.isEmpty() ? record() : publish(activity.count(Past.joined(List.copyOf(stamps))));
    }

    /**
     * Counts the event and leaves it to the caller to write its line: no sink sees it. For loggers that put the stamp
     * on the line that they write anyway.
     */
    public RecordedEvent recordElsewhere() {
        return recorder().event(activity.clock().tick(), activity.node(), type, accessed(), fields, payload);
    }

    private VectorTimestamp publish(VectorTimestamp timestamp) {
        return recorder().record(timestamp, activity.node(), type, accessed(), fields, payload);
    }

    private Recorder recorder() {
        return activity.clockwork().recorder();
    }

    private @Nullable Access accessed() {
        return resource == null || kind == null ? null : new Access(resource, kind, base, version);
    }
}
