// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import dev.likeaclockwork.internal.codec.EventText;
import dev.likeaclockwork.internal.codec.LamportText;
import dev.likeaclockwork.internal.codec.VectorText;
import dev.likeaclockwork.wire.MalformedCausalityException;
import dev.likeaclockwork.wire.WireLimits;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts timestamps and events on carriers of text headers, such as HTTP requests and gRPC ASCII metadata, and takes them
 * off.
 *
 * <p>A carrier is any pair of functions; for a map they are {@code map::put} and {@code map::get}. The setter should
 * replace what a header of that name held. Headers are looked for as they are written, then in lower case, which HTTP/2
 * makes of them.
 *
 * <table>
 *   <caption>Headers</caption>
 *   <tr><th>header</th><th>value</th></tr>
 *   <tr><td>{@value #LAMPORT_HEADER}</td><td>{@code node:time}</td></tr>
 *   <tr><td>{@value #VECTOR_HEADER}</td><td>{@code a=1,b=0}, sorted by node id</td></tr>
 *   <tr><td>{@value #EVENT_ID_HEADER}</td><td>text</td></tr>
 *   <tr><td>{@value #EVENT_TYPE_HEADER}</td><td>text</td></tr>
 * </table>
 *
 * <p>Extraction throws nothing but {@link MalformedCausalityException}, whatever the headers hold. Injection throws
 * {@link IllegalArgumentException} for a counter above 2<sup>53</sup>-1, and passes on what a carrier throws. A
 * timestamp without entries says nothing and leaves its header out. No argument may be null.
 *
 * <p>Stateless, and as thread-safe as the carrier. Each method takes time and memory of O(n) for a header of n
 * characters, and little of both for one whose nodes were seen before: then no id becomes a string again.
 */
public final class TextTransport {
    /** The header of a Lamport timestamp. */
    public static final String LAMPORT_HEADER = "X-Causality-Lamport";

    /** The header of a vector timestamp. */
    public static final String VECTOR_HEADER = "X-Causality-Vector";

    /** The header of an event's id. */
    public static final String EVENT_ID_HEADER = "X-Causality-EventId";

    /** The header of an event's type. */
    public static final String EVENT_TYPE_HEADER = "X-Causality-EventType";

    private TextTransport() {}

    /** Puts a Lamport timestamp on a carrier. */
    public static void inject(LamportTimestamp timestamp, BiConsumer<? super String, ? super String> setter) {
        setter.accept(LAMPORT_HEADER, LamportText.encode(timestamp.node(), timestamp.time()));
    }

    /** Puts a vector timestamp on a carrier. */
    public static void inject(VectorTimestamp timestamp, BiConsumer<? super String, ? super String> setter) {
        if (timestamp.size() > 0) {
            setter.accept(VECTOR_HEADER, VectorText.encode(timestamp.shared, timestamp.own));
        }
    }

    /**
     * Puts a vector timestamp on a carrier, unless it takes more than {@code budget} bytes there, its name included;
     * returns whether it was within the budget.
     */
    public static boolean inject(
            VectorTimestamp timestamp, BiConsumer<? super String, ? super String> setter, int budget) {
        if (timestamp.size() == 0) {
            return true;
        }
        String value = VectorText.encode(timestamp.shared, timestamp.own);
        boolean fits = VECTOR_HEADER.length() + value.length() <= budget;
        if (fits) {
            setter.accept(VECTOR_HEADER, value);
        }
        return fits;
    }

    /** Puts an event's id, type and vector timestamp on a carrier; the payload travels as the carrier's own. */
    public static void inject(TracedEvent event, BiConsumer<? super String, ? super String> setter) {
        inject(event.vector(), setter);
        setter.accept(EVENT_ID_HEADER, event.id());
        setter.accept(EVENT_TYPE_HEADER, event.type());
    }

    /** Takes a Lamport timestamp off a carrier, within {@link WireLimits#DEFAULT}; empty if its header is absent. */
    public static Optional<LamportTimestamp> extractLamport(Function<? super String, @Nullable String> getter) {
        return extractLamport(getter, WireLimits.DEFAULT);
    }

    /** Takes a Lamport timestamp off a carrier; empty if its header is absent. */
    public static Optional<LamportTimestamp> extractLamport(
            Function<? super String, @Nullable String> getter, WireLimits limits) {
        return header(getter, LAMPORT_HEADER)
                .map(value -> LamportTimestamp.from(LamportText.decode(LAMPORT_HEADER, value, limits)));
    }

    /** Takes a vector timestamp off a carrier, within {@link WireLimits#DEFAULT}; empty if its header is absent. */
    public static Optional<VectorTimestamp> extractVector(Function<? super String, @Nullable String> getter) {
        return extractVector(getter, WireLimits.DEFAULT);
    }

    /** Takes a vector timestamp off a carrier; empty if its header is absent. */
    public static Optional<VectorTimestamp> extractVector(
            Function<? super String, @Nullable String> getter, WireLimits limits) {
        String value = value(getter, VECTOR_HEADER);
        return value == null
                ? Optional.empty()
                : Optional.of(VectorTimestamp.from(VectorText.decode(VECTOR_HEADER, value, limits)));
    }

    /**
     * Takes a vector timestamp off a carrier, within {@link WireLimits#DEFAULT}, and treats a malformed one as absent:
     * for requests from outside, which must not fail on a forged header.
     */
    public static Optional<VectorTimestamp> tryExtractVector(Function<? super String, @Nullable String> getter) {
        return tryExtractVector(getter, malformed -> {});
    }

    /**
     * Takes a vector timestamp off a carrier, within {@link WireLimits#DEFAULT}, and treats a malformed one as absent.
     *
     * @param onMalformed receives what is malformed, to count it
     */
    public static Optional<VectorTimestamp> tryExtractVector(
            Function<? super String, @Nullable String> getter,
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
            Function<? super String, @Nullable String> getter, byte[] payload) {
        return extractEvent(getter, payload, WireLimits.DEFAULT);
    }

    /** Takes an event off a carrier; empty if neither its id nor its type is there. */
    public static Optional<TracedEvent> extractEvent(
            Function<? super String, @Nullable String> getter, byte[] payload, WireLimits limits) {
        Optional<String> id = header(getter, EVENT_ID_HEADER);
        Optional<String> type = header(getter, EVENT_TYPE_HEADER);
        if (id.isEmpty() && type.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(TracedEvent.of(
                EventText.text(EVENT_ID_HEADER, id),
                EventText.text(EVENT_TYPE_HEADER, type),
                payload,
                TracedEvent.vector(VECTOR_HEADER, extractVector(getter, limits))));
    }

    private static Optional<String> header(Function<? super String, @Nullable String> getter, String name) {
        return Optional.ofNullable(value(getter, name));
    }

    private static @Nullable String value(Function<? super String, @Nullable String> getter, String name) {
        Objects.requireNonNull(getter, "getter");
        String value = getter.apply(name);
        return value != null ? value : getter.apply(name.toLowerCase(Locale.ROOT));
    }
}
