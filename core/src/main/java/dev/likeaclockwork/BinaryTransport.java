// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import dev.likeaclockwork.internal.bytes.AsciiBytes;
import dev.likeaclockwork.internal.codec.EventText;
import dev.likeaclockwork.internal.codec.LamportText;
import dev.likeaclockwork.internal.codec.VectorPack;
import dev.likeaclockwork.wire.MalformedCausalityException;
import dev.likeaclockwork.wire.WireLimits;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts timestamps and events on carriers of binary headers, such as Kafka records, and takes them off.
 *
 * <p>A carrier is any pair of functions; for a map they are {@code map::put} and {@code map::get}. The setter should
 * replace what a header of that name held. All names are lower case already. gRPC wants the suffix {@code -bin}, which
 * its carrier adds.
 *
 * <table>
 *   <caption>Headers</caption>
 *   <tr><th>header</th><th>value</th></tr>
 *   <tr><td>{@value #LAMPORT_HEADER}</td><td>UTF-8 of {@code node:time}</td></tr>
 *   <tr><td>{@value #VECTOR_HEADER}</td><td>MessagePack map of string to unsigned integer</td></tr>
 *   <tr><td>{@value #EVENT_ID_HEADER}</td><td>UTF-8 text</td></tr>
 *   <tr><td>{@value #EVENT_TYPE_HEADER}</td><td>UTF-8 text</td></tr>
 * </table>
 *
 * <p>Extraction throws nothing but {@link MalformedCausalityException}, whatever the headers hold. Injection throws
 * {@link IllegalArgumentException} for a counter above 2<sup>53</sup>-1, and passes on what a carrier throws. No
 * argument may be null.
 *
 * <p>Stateless, and as thread-safe as the carrier. Each method takes time and memory of O(n) for a header of n bytes,
 * and little of both for one whose nodes were seen before: then no id becomes a string again.
 */
public final class BinaryTransport {
    /** The header of a Lamport timestamp. */
    public static final String LAMPORT_HEADER = "causality-lc";

    /** The header of a vector timestamp. */
    public static final String VECTOR_HEADER = "causality-vc";

    /** The header of an event's id. */
    public static final String EVENT_ID_HEADER = "causality-eid";

    /** The header of an event's type. */
    public static final String EVENT_TYPE_HEADER = "causality-etype";

    private BinaryTransport() {}

    /** Puts a Lamport timestamp on a carrier. */
    public static void inject(LamportTimestamp timestamp, BiConsumer<? super String, ? super byte[]> setter) {
        setter.accept(
                LAMPORT_HEADER,
                LamportText.encode(timestamp.node(), timestamp.time()).getBytes(StandardCharsets.UTF_8));
    }

    /** Puts a vector timestamp on a carrier. */
    public static void inject(VectorTimestamp timestamp, BiConsumer<? super String, ? super byte[]> setter) {
        setter.accept(VECTOR_HEADER, VectorPack.encode(timestamp.shared, timestamp.own));
    }

    /**
     * Puts a vector timestamp on a carrier, unless it takes more than {@code budget} bytes there, its name included;
     * returns whether it was within the budget.
     */
    public static boolean inject(
            VectorTimestamp timestamp, BiConsumer<? super String, ? super byte[]> setter, int budget) {
        byte[] value = VectorPack.encode(timestamp.shared, timestamp.own);
        boolean fits = VECTOR_HEADER.length() + value.length <= budget;
        if (fits) {
            setter.accept(VECTOR_HEADER, value);
        }
        return fits;
    }

    /** Puts an event's id, type and vector timestamp on a carrier; the payload travels as the carrier's own. */
    public static void inject(TracedEvent event, BiConsumer<? super String, ? super byte[]> setter) {
        inject(event.vector(), setter);
        setter.accept(EVENT_ID_HEADER, event.id().getBytes(StandardCharsets.UTF_8));
        setter.accept(EVENT_TYPE_HEADER, event.type().getBytes(StandardCharsets.UTF_8));
    }

    /** Takes a Lamport timestamp off a carrier, within {@link WireLimits#DEFAULT}; empty if its header is absent. */
    public static Optional<LamportTimestamp> extractLamport(Function<? super String, byte @Nullable []> getter) {
        return extractLamport(getter, WireLimits.DEFAULT);
    }

    /** Takes a Lamport timestamp off a carrier; empty if its header is absent. */
    public static Optional<LamportTimestamp> extractLamport(
            Function<? super String, byte @Nullable []> getter, WireLimits limits) {
        return header(getter, LAMPORT_HEADER)
                .map(value -> LamportTimestamp.from(LamportText.decode(LAMPORT_HEADER, new AsciiBytes(value), limits)));
    }

    /** Takes a vector timestamp off a carrier, within {@link WireLimits#DEFAULT}; empty if its header is absent. */
    public static Optional<VectorTimestamp> extractVector(Function<? super String, byte @Nullable []> getter) {
        return extractVector(getter, WireLimits.DEFAULT);
    }

    /** Takes a vector timestamp off a carrier; empty if its header is absent. */
    public static Optional<VectorTimestamp> extractVector(
            Function<? super String, byte @Nullable []> getter, WireLimits limits) {
        byte[] value = Objects.requireNonNull(getter, "getter").apply(VECTOR_HEADER);
        return value == null
                ? Optional.empty()
                : Optional.of(VectorTimestamp.from(VectorPack.decode(VECTOR_HEADER, value, limits)));
    }

    /**
     * Takes a vector timestamp off a carrier, within {@link WireLimits#DEFAULT}, and treats a malformed one as absent:
     * for requests from outside, which must not fail on a forged header.
     */
    public static Optional<VectorTimestamp> tryExtractVector(Function<? super String, byte @Nullable []> getter) {
        return tryExtractVector(getter, malformed -> {});
    }

    /**
     * Takes a vector timestamp off a carrier, within {@link WireLimits#DEFAULT}, and treats a malformed one as absent.
     *
     * @param onMalformed receives what is malformed, to count it
     */
    public static Optional<VectorTimestamp> tryExtractVector(
            Function<? super String, byte @Nullable []> getter,
            Consumer<? super MalformedCausalityException> onMalformed) {
        Objects.requireNonNull(onMalformed, "onMalformed");
        try {
            return extractVector(getter);
        } catch (MalformedCausalityException e) {
            onMalformed.accept(e);
            return Optional.empty();
        }
    }

    /**
     * Takes an event off a carrier, within {@link WireLimits#DEFAULT}; empty if neither its id nor its type is there.
     *
     * @param payload what the carrier itself carried
     */
    public static Optional<TracedEvent> extractEvent(
            Function<? super String, byte @Nullable []> getter, byte[] payload) {
        return extractEvent(getter, payload, WireLimits.DEFAULT);
    }

    /** Takes an event off a carrier; empty if neither its id nor its type is there. */
    public static Optional<TracedEvent> extractEvent(
            Function<? super String, byte @Nullable []> getter, byte[] payload, WireLimits limits) {
        Optional<String> id = text(getter, EVENT_ID_HEADER, limits);
        Optional<String> type = text(getter, EVENT_TYPE_HEADER, limits);
        if (id.isEmpty() && type.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(TracedEvent.of(
                EventText.text(EVENT_ID_HEADER, id),
                EventText.text(EVENT_TYPE_HEADER, type),
                payload,
                TracedEvent.vector(VECTOR_HEADER, extractVector(getter, limits))));
    }

    private static Optional<String> text(
            Function<? super String, byte @Nullable []> getter, String name, WireLimits limits) {
        return header(getter, name).map(value -> {
            limits.checkSize(name, value.length);
            return EventText.utf8(name, value);
        });
    }

    private static Optional<byte[]> header(Function<? super String, byte @Nullable []> getter, String name) {
        return Optional.ofNullable(Objects.requireNonNull(getter, "getter").apply(name));
    }
}
