// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import dev.likeaclockwork.TracedEvent;
import dev.likeaclockwork.VectorTimestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event as a consumer receives it: its stamp, and what else the carrier said.
 *
 * <p>An event is named by its dot where its node is known (from a message's key, header or topic), which takes a few
 * bytes to remember however many there were. Otherwise it is named by its id, which takes as many bytes as the id has.
 * Use one of the two for all events of one key. Two events that share one timestamp need ids.
 *
 * <p>Immutable and thread-safe.
 */
public final class IncomingEvent {
    private static final byte[] NO_PAYLOAD = {};

    private final EventStamp stamp;
    private final byte[] payload;

    /** When it happened by its producer's clock, if that was said. */
    private final @Nullable Instant instant;

    private IncomingEvent(EventStamp stamp, byte[] payload, @Nullable Instant instant) {
        this.stamp = stamp;
        this.payload = payload;
        this.instant = instant;
    }

    /**
     * The event that {@code node} counted in {@code vector}.
     *
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if {@code vector} counts no event of {@code node}
     */
    public static IncomingEvent byDot(String node, VectorTimestamp vector) {
        return new IncomingEvent(EventStamp.of(new Dot(node, vector.get(node)), vector), NO_PAYLOAD, null);
    }

    /**
     * The event with an id; {@code vector} is {@linkplain VectorTimestamp#empty empty} if it came without a timestamp.
     */
    public static IncomingEvent byId(String id, VectorTimestamp vector) {
        return new IncomingEvent(EventStamp.of(new EventId(id), vector), NO_PAYLOAD, null);
    }

    /** A traced event, named by its id, with its payload and wall-clock time. */
    public static IncomingEvent from(TracedEvent event) {
        return from(new EventId(event.id()), event);
    }

    /**
     * A traced event that happened on {@code node}, named by its dot, with its payload and wall-clock time.
     *
     * @throws IllegalArgumentException if the event's vector counts no event of {@code node}
     */
    public static IncomingEvent from(TracedEvent event, String node) {
        return from(new Dot(node, event.vector().get(node)), event);
    }

    private static IncomingEvent from(EventName name, TracedEvent event) {
        return new IncomingEvent(
                EventStamp.of(name, event.vector()),
                event.payload(),
                event.instant().orElse(null));
    }

    static IncomingEvent of(EventStamp stamp, byte[] payload, @Nullable Instant instant) {
        return new IncomingEvent(stamp, payload, instant);
    }

    /** This event with a payload, which is copied, and which the conflict queue keeps with the event. */
    public IncomingEvent withPayload(byte[] payload) {
        return new IncomingEvent(stamp, payload.clone(), instant);
    }

    /** This event with the time at which it happened by its producer's clock, such as that of the message. */
    public IncomingEvent withInstant(Instant instant) {
        return new IncomingEvent(stamp, payload, Objects.requireNonNull(instant, "instant"));
    }

    /**
     * This event with the time of its Lamport timestamp. Without, it is the number of events that the vector knows of.
     *
     * @throws IllegalArgumentException if {@code time} is negative
     */
    public IncomingEvent withLamportTime(long time) {
        return new IncomingEvent(new EventStamp(stamp.name(), stamp.vector(), time), payload, instant);
    }

    /** What names it, and what it knew. */
    public EventStamp stamp() {
        return stamp;
    }

    /** A copy of the payload; empty if none was given. */
    public byte[] payload() {
        return payload.clone();
    }

    /** When it happened by its producer's clock, if that was said. */
    public Optional<Instant> instant() {
        return Optional.ofNullable(instant);
    }

    /** Whether it is known to have happened after {@code time}. */
    boolean happenedAfter(Instant time) {
        return instant != null && instant.isAfter(time);
    }

    /** The stamp, not the payload, which may be private. */
    @Override
    public String toString() {
        return stamp.toString();
    }
}
