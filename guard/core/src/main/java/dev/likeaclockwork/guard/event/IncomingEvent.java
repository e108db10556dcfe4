// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.event;

import dev.likeaclockwork.TracedEvent;
import dev.likeaclockwork.VectorTimestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event as a consumer receives it: its stamp, its payload, and its producer's wall-clock time.
 *
 * <p>Name an event by its dot if you know its node (from the message's key, a header or the topic): any number of
 * consecutive dots take a few bytes to remember. Otherwise name it by its id; each id takes as many bytes as it has.
 * Name all events of one key in the same way. Events that share one timestamp need ids.
 *
 * <p>Immutable and thread-safe.
 */
public final class IncomingEvent {
    private static final byte[] NO_PAYLOAD = {};

    private final EventStamp stamp;
    private final byte[] payload;

    /** When the event happened, by its producer's clock; null if unknown. */
    private final @Nullable Instant instant;

    private IncomingEvent(EventStamp stamp, byte[] payload, @Nullable Instant instant) {
        this.stamp = stamp;
        this.payload = payload;
        this.instant = instant;
    }

    /** The event with a stamp, without a payload or a wall-clock time. */
    public static IncomingEvent of(EventStamp stamp) {
        return new IncomingEvent(Objects.requireNonNull(stamp, "stamp"), NO_PAYLOAD, null);
    }

    /**
     * The last event of {@code node} that {@code vector} counts, named by its dot.
     *
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if {@code vector} counts no event of {@code node}
     */
    public static IncomingEvent byDot(String node, VectorTimestamp vector) {
        return of(EventStamp.of(EventDot.of(node, vector.get(node)), vector));
    }

    /**
     * The event with an id.
     *
     * @param vector its timestamp; {@linkplain VectorTimestamp#empty empty} if it came without one
     */
    public static IncomingEvent byId(String id, VectorTimestamp vector) {
        return of(EventStamp.of(new EventId(id), vector));
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
        return from(EventDot.of(node, event.vector().get(node)), event);
    }

    private static IncomingEvent from(EventName name, TracedEvent event) {
        return new IncomingEvent(
                EventStamp.of(name, event.vector()),
                event.payload(),
                event.instant().orElse(null));
    }

    /** This event with another payload, which is copied. The conflict queue stores it with the event. */
    public IncomingEvent withPayload(byte[] payload) {
        return new IncomingEvent(stamp, payload.clone(), instant);
    }

    /** This event with the time at which it happened by its producer's clock, such as the timestamp of the message. */
    public IncomingEvent withInstant(Instant instant) {
        return new IncomingEvent(stamp, payload, Objects.requireNonNull(instant, "instant"));
    }

    /**
     * This event with a Lamport time. Without one, its Lamport time is the {@linkplain EventStamp#depth depth} of its
     * vector.
     *
     * @throws IllegalArgumentException if {@code time} is negative
     */
    public IncomingEvent withLamportTime(long time) {
        return new IncomingEvent(new EventStamp(stamp.name(), stamp.vector(), time), payload, instant);
    }

    /** The name and the timestamps. */
    public EventStamp stamp() {
        return stamp;
    }

    /** A copy of the payload; empty if there is none. */
    public byte[] payload() {
        return payload.clone();
    }

    /** When the event happened, by its producer's clock; empty if unknown. */
    public Optional<Instant> instant() {
        return Optional.ofNullable(instant);
    }

    /** Whether the event is known to have happened after {@code time}, by its producer's clock. */
    public boolean happenedAfter(Instant time) {
        return instant != null && instant.isAfter(time);
    }

    /** The stamp without the payload, which may be confidential. */
    @Override
    public String toString() {
        return stamp.toString();
    }
}
