// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.runtime.sink.Access;
import dev.likeaclockwork.runtime.sink.RecordedEvent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The builder of one event of an activity. The event happens when one of {@link #record}, {@link #receive} and
 * {@link #recordWithoutSinks} is called; a second call throws {@link IllegalStateException}.
 *
 * <pre>{@code
 * clockwork.event("stock.checked").read("product:42", "7").record();
 * clockwork.event("stock.reserved").wrote("product:42", "7", "8").with("pieces", 1).record();
 * }</pre>
 *
 * <p>A version is any text that identifies a state of a resource: a row version, an ETag, a dot. Versions prove a lost
 * update; without them, two concurrent accesses are reported as a race that may be harmless. Not thread-safe.
 */
public final class EventBuilder {
    private final RuntimeContext context;
    private final VectorClock clock;
    private final String type;
    private @Nullable Access access;
    private Map<String, Object> fields = Map.of();
    private @Nullable String payload;
    private boolean recorded;

    EventBuilder(RuntimeContext context, VectorClock clock, String type) {
        this.context = context;
        this.clock = clock;
        this.type = Objects.requireNonNull(type, "type");
    }

    /**
     * Sets the event's access: it read a resource of unknown version. An event has one access; a later one replaces it.
     *
     * @param resource such as {@code product:42}
     */
    public EventBuilder read(String resource) {
        return access(resource, Access.Kind.READ, null, null);
    }

    /**
     * Sets the event's access: it read a version of a resource.
     *
     * @param resource such as {@code product:42}
     * @param version the version that the read returned; null if unknown
     */
    public EventBuilder read(String resource, @Nullable String version) {
        return access(resource, Access.Kind.READ, null, version);
    }

    /** Sets the event's access: it wrote a resource, with unknown versions. */
    public EventBuilder wrote(String resource) {
        return access(resource, Access.Kind.WRITE, null, null);
    }

    /**
     * Sets the event's access: it wrote a version of a resource over another one.
     *
     * @param resource such as {@code product:42}
     * @param base the version that the write replaced; null if unknown, or if the resource is new
     * @param version the version that the write made; null if unknown, or if the resource was deleted
     */
    public EventBuilder wrote(String resource, @Nullable String base, @Nullable String version) {
        return access(resource, Access.Kind.WRITE, base, version);
    }

    /** Sets the event's access: it acquired a lock. */
    public EventBuilder acquired(String lock) {
        return access(lock, Access.Kind.ACQUIRE, null, null);
    }

    /** Sets the event's access: it released a lock. */
    public EventBuilder released(String lock) {
        return access(lock, Access.Kind.RELEASE, null, null);
    }

    private EventBuilder access(String resource, Access.Kind kind, @Nullable String base, @Nullable String version) {
        this.access = new Access(resource, kind, base, version);
        return this;
    }

    /** Adds a member to the log line: a text, a number or a truth value; other values are added as their text. */
    public EventBuilder with(String name, Object value) {
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
     * Sets the log line's {@code payload} to a value that Jackson can write, such as a map, a record or a tree. The
     * value is serialized at once, so that it may change later. A value that Jackson cannot write, or whose JSON
     * exceeds 64 KiB, is left out, and the field {@code payload_error} gives the reason.
     */
    public EventBuilder payload(Object value) {
        Objects.requireNonNull(value, "value");
        try {
            payload = PayloadWriter.json(value);
        } catch (RuntimeException e) {
            with("payload_error", String.valueOf(e.getMessage()));
        }
        return this;
    }

    /**
     * Records the event, as one inside the activity or as the sending of a message.
     *
     * @return the event's timestamp
     * @throws IllegalStateException if the event was recorded before
     */
    public VectorTimestamp record() {
        finish();
        return publish(clock.tick());
    }

    /**
     * Records the event as the receipt of messages.
     *
     * @param timestamps the timestamps that the messages carried; if there are none, the event is one inside the
     *     activity
     * @return the event's timestamp
     * @throws IllegalStateException if the event was recorded before
     */
    public VectorTimestamp receive(Collection<VectorTimestamp> timestamps) {
        if (timestamps.isEmpty()) {
            return record();
        }
        finish();
        VectorTimestamp merged = VectorTimestamp.mergeAll(timestamps);
        context.checkIdentity(clock.node(), clock.snapshot().get(clock.node()), merged);
        return publish(clock.receive(merged));
    }

    /**
     * Counts the event and returns it instead of handing it to the sinks: for loggers that write the timestamp on a
     * line of their own.
     *
     * @throws IllegalStateException if the event was recorded before
     */
    public RecordedEvent recordWithoutSinks() {
        finish();
        return context.recorder().event(clock.tick(), clock.node(), type, access, fields, payload);
    }

    private VectorTimestamp publish(VectorTimestamp timestamp) {
        return context.recorder().record(timestamp, clock.node(), type, access, fields, payload);
    }

    private void finish() {
        if (recorded) {
            throw new IllegalStateException("the event '" + type + "' was recorded before; build another one");
        }
        recorded = true;
    }
}
