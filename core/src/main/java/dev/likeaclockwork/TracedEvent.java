// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import dev.likeaclockwork.internal.codec.EventText;
import dev.likeaclockwork.internal.vector.Quoted;
import dev.likeaclockwork.wire.MalformedCausalityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One event as it travels: an id, a type, a payload, and the vector timestamp that says what it knew.
 *
 * <p>Ids and types are 1 to 256 characters without control characters and without a blank at either end, so that they
 * can stand in a header; the vector has at least one entry. No part is null but the instant, which is optional. Two
 * events are equal if all their parts are; vectors are {@linkplain VectorTimestamp#equals equal} causally.
 *
 * <p>This class is immutable and thread-safe. The payload is copied in and out, which is what an event costs.
 */
public final class TracedEvent {
    private static final UuidV7 IDS = new UuidV7(InstantSource.system(), FreshNode.SECURE_RANDOM);

    private final String id;
    private final String type;
    private final byte[] payload;
    private final VectorTimestamp vector;

    /** When it happened by some wall clock, which orders nothing. */
    private final @Nullable Instant instant;

    private TracedEvent(String id, String type, byte[] payload, VectorTimestamp vector, @Nullable Instant instant) {
        this.id = checkText("id", id);
        this.type = checkText("type", type);
        this.payload = Objects.requireNonNull(payload, "payload");
        this.vector = checkVector(vector);
        this.instant = instant;
    }

    /**
     * An event with a new id, a UUID of version 7 (RFC 9562).
     *
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if {@code type} cannot stand in a header, or {@code vector} has no entry
     */
    public static TracedEvent of(String type, byte[] payload, VectorTimestamp vector) {
        return of(IDS.next(), type, payload, vector);
    }

    /**
     * An event with a given id.
     *
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if {@code id} or {@code type} cannot stand in a header, or {@code vector} has no
     *     entry
     */
    public static TracedEvent of(String id, String type, byte[] payload, VectorTimestamp vector) {
        return new TracedEvent(id, type, payload.clone(), vector, null);
    }

    /**
     * The event whose metadata these headers carry.
     *
     * @param headers read in any case that {@link TextTransport} writes or HTTP/2 makes of it
     * @throws NullPointerException if an argument is null
     * @throws MalformedCausalityException if one of the three headers of an event is absent or malformed
     */
    public static TracedEvent fromHeaders(Map<String, String> headers, byte[] payload) {
        return TextTransport.extractEvent(headers::get, payload)
                .orElseThrow(() -> MalformedCausalityException.absent(TextTransport.VECTOR_HEADER));
    }

    private static String checkText(String parameter, String text) {
        Objects.requireNonNull(text, parameter);
        if (!EventText.isHeaderText(text)) {
            throw new IllegalArgumentException(parameter + " must be 1 to " + EventText.MAX_LENGTH
                    + " characters without control characters or outer blanks, but is " + Quoted.of(text));
        }
        return text;
    }

    /** An event knows at least itself; and text headers cannot say "nothing". */
    private static VectorTimestamp checkVector(VectorTimestamp vector) {
        if (vector.size() == 0) {
            throw new IllegalArgumentException("vector must have an entry, but is empty");
        }
        return vector;
    }

    /** The vector of an event that was extracted, which must be there and not empty. */
    static VectorTimestamp vector(String header, Optional<VectorTimestamp> vector) {
        VectorTimestamp value = EventText.present(header, vector);
        if (value.size() == 0) {
            throw new MalformedCausalityException(header, -1, "an event has at least one entry");
        }
        return value;
    }

    /** Names this event, everywhere. */
    public String id() {
        return id;
    }

    /** What kind of event it is, such as {@code order.created}. */
    public String type() {
        return type;
    }

    /** A copy of the payload, which may be empty. */
    public byte[] payload() {
        return payload.clone();
    }

    /** What the event knew. */
    public VectorTimestamp vector() {
        return vector;
    }

    /** When it happened by some wall clock, if that was said; it orders nothing, and does not travel in headers. */
    public Optional<Instant> instant() {
        return Optional.ofNullable(instant);
    }

    /**
     * This event with a wall-clock time.
     *
     * @throws NullPointerException if {@code instant} is null
     */
    public TracedEvent withInstant(Instant instant) {
        return new TracedEvent(id, type, payload, vector, Objects.requireNonNull(instant, "instant"));
    }

    /**
     * The three headers of this event, in a new unmodifiable map.
     *
     * @throws IllegalArgumentException if a counter is above 2<sup>53</sup>-1
     */
    public Map<String, String> toHeaders() {
        Map<String, String> headers = new LinkedHashMap<>();
        TextTransport.inject(this, headers::put);
        return Collections.unmodifiableMap(headers);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TracedEvent that
                && id.equals(that.id)
                && type.equals(that.type)
                && Arrays.equals(payload, that.payload)
                && vector.equals(that.vector)
                && Objects.equals(instant, that.instant);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Type, id and vector; not the payload, which may be private. */
    @Override
    public String toString() {
        return type + " " + id + " [" + vector + "]";
    }
}
