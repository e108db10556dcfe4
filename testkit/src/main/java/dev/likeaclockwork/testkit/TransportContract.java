// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;

import dev.likeaclockwork.LamportTimestamp;
import dev.likeaclockwork.TracedEvent;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.wire.MalformedCausalityException;
import dev.likeaclockwork.wire.WireLimits;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every transport owes, whatever its carrier and its format: values come back as they were, headers of others
 * stay, and what is too large is refused.
 *
 * <p>A transport of the text or the binary format extends {@link TextTransportContract} or
 * {@link BinaryTransportContract}, which add the rules of the wire format; one of another format extends this class or
 * {@link WireFormatContract}. Takes about a second.
 *
 * @param <C> the carrier of one message
 * @param <V> the value of one header
 */
public abstract class TransportContract<C, V> implements TransportOperations<C, V> {
    private static final int SEEDS = 500;
    private static final int MAX_ENTRIES = 256;
    private static final byte[] PAYLOAD = {1, 2, 3};

    /** For test classes. */
    protected TransportContract() {}

    /** The value that holds this text, which is ASCII. */
    protected abstract V text(String text);

    @Test
    public void seededValues_comeBackAsTheyWere() {
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            VectorTimestamp vector = SeededValues.vector(random);
            LamportTimestamp lamport = SeededValues.lamport(random);
            C carrier = carrierOf(vector);
            inject(lamport, carrier);

            String message = "seed " + seed;
            assertEquals(Optional.of(vector.toMap()), extractVector(carrier).map(VectorTimestamp::toMap), message);
            assertEquals(Optional.of(lamport), extractLamport(carrier), message);
        }
    }

    @Test
    public void event_comesBackAsItWas() {
        TracedEvent event = TracedEvent.of("id-1", "größe.geändert", PAYLOAD, VectorTimestamp.parse("a=1,b=0"));
        C carrier = newCarrier();
        inject(event, carrier);

        assertEquals(Optional.of(event), extractEvent(carrier, PAYLOAD));
    }

    @Test
    public void zeroEntries_areKept() {
        VectorTimestamp zeros = VectorTimestamp.parse("a=0,b=1,c=0");

        assertEquals(Optional.of(zeros.toMap()), extractVector(carrierOf(zeros)).map(VectorTimestamp::toMap));
    }

    @Test
    public void emptyCarrier_givesNothing() {
        assertEquals(Optional.empty(), extractVector(newCarrier()));
        assertEquals(Optional.empty(), extractLamport(newCarrier()));
        assertEquals(Optional.empty(), extractEvent(newCarrier(), PAYLOAD));
    }

    @Test
    public void severalHeaders_doNotDisturbEachOther() {
        TracedEvent event = TracedEvent.of("id-1", "created", PAYLOAD, VectorTimestamp.parse("a=1"));
        LamportTimestamp lamport = LamportTimestamp.of("a", 7);
        V other = text("text/plain");
        C carrier = newCarrier();
        put(carrier, "content-type", other);
        inject(event, carrier);
        inject(lamport, carrier);

        assertEquals(Optional.of(event), extractEvent(carrier, PAYLOAD));
        assertEquals(Optional.of(event.vector()), extractVector(carrier));
        assertEquals(Optional.of(lamport), extractLamport(carrier));
        assertEquals(show(other), show(get(carrier, "content-type")));
    }

    @Test
    public void laterTimestamp_replacesTheEarlierOne() {
        C carrier = carrierOf(VectorTimestamp.parse("a=1"));
        inject(VectorTimestamp.parse("b=2"), carrier);

        assertEquals(Optional.of(VectorTimestamp.parse("b=2")), extractVector(carrier));
    }

    @Test
    public void vectorOverALimit_isRefused() {
        VectorTimestamp largest = entries(MAX_ENTRIES, 1);

        assertEquals(Optional.of(largest), extractVector(carrierOf(largest)));
        assertRefused(carrierOf(entries(MAX_ENTRIES + 1, 1)), this::extractVector, "too many entries");
        assertRefused(carrierOf(entries(100, 100)), this::extractVector, "too many bytes");
    }

    @Test
    public void counterAboveTheWireRange_isNotWritten() {
        C carrier = newCarrier();
        VectorTimestamp vector = VectorTimestamp.of(Map.of("a", WireLimits.MAX_COUNTER + 1));
        LamportTimestamp lamport = LamportTimestamp.of("a", WireLimits.MAX_COUNTER + 1);

        assertThrows(IllegalArgumentException.class, () -> inject(vector, carrier));
        assertThrows(IllegalArgumentException.class, () -> inject(lamport, carrier));
        assertEquals(Optional.empty(), extractVector(carrier));
        assertEquals(Optional.empty(), extractLamport(carrier));
    }

    /** A vector of so many members, whose ids are longer than {@code idLength}. */
    private static VectorTimestamp entries(int size, int idLength) {
        return VectorTimestamp.of(IntStream.range(0, size)
                .mapToObj(i -> "n".repeat(idLength) + i)
                .collect(Collectors.toMap(Function.identity(), node -> 1L)));
    }

    final C carrierOf(VectorTimestamp timestamp) {
        C carrier = newCarrier();
        inject(timestamp, carrier);
        return carrier;
    }

    final MalformedCausalityException assertRefused(C carrier, Function<C, Optional<?>> extraction, String what) {
        return assertThrowsExactly(MalformedCausalityException.class, () -> extraction.apply(carrier), what);
    }

    static String show(@Nullable Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }
}
