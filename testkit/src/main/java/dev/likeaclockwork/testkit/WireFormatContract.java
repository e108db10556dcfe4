// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.wire.MalformedCausalityException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * What every transport of a format with one header per value owes: whatever a header holds is read, or is refused with
 * {@link MalformedCausalityException}, which names the header as the format spells it.
 *
 * @param <C> the carrier of one message
 * @param <V> the value of one header
 */
public abstract class WireFormatContract<C, V> extends TransportContract<C, V> {
    private static final int SEEDS = 2_000;

    /** For test classes. */
    protected WireFormatContract() {}

    /** The header of vector timestamps, as the format spells it. */
    protected abstract String vectorHeader();

    /** The header of Lamport timestamps, as the format spells it. */
    protected abstract String lamportHeader();

    /** The header of events' types, as the format spells it. */
    protected abstract String eventTypeHeader();

    /** Values that are no vector timestamp. */
    protected abstract List<V> malformedVectors();

    /** Values that are no Lamport timestamp. */
    protected abstract List<V> malformedLamports();

    /** A copy of the value with one small change; it may be a legal value or not. */
    protected abstract V changed(V value, RandomGenerator random);

    @Test
    public void malformedVectors_areRefused() {
        malformedVectors().forEach(value -> assertRefused(vectorHeader(), value, this::extractVector));
    }

    @Test
    public void malformedLamports_areRefused() {
        malformedLamports().forEach(value -> assertRefused(lamportHeader(), value, this::extractLamport));
    }

    @Test
    public void eventWithAMissingPart_isRefused() {
        C carrier = carrierOf(VectorTimestamp.parse("a=1"));
        put(carrier, eventTypeHeader(), text("created"));

        assertRefused(carrier, event -> extractEvent(event, new byte[0]), "no event id");
    }

    @Test
    public void changedVectors_areReadOrRefused() {
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            V value = changed(written(SeededValues.vector(random)), random);
            assertReadOrRefused(carrierOf(vectorHeader(), value), "seed " + seed + ": " + show(value));
        }
    }

    @Test
    public void extraction_leavesTheHeaderAsItIs() {
        V value = written(VectorTimestamp.parse("a=1,b=0"));
        C carrier = carrierOf(vectorHeader(), value);

        assertEquals(extractVector(carrier), extractVector(carrier));
        assertEquals(show(value), show(get(carrier, vectorHeader())));
    }

    /** The value of the header that holds this timestamp. */
    final V written(VectorTimestamp timestamp) {
        return Objects.requireNonNull(get(carrierOf(timestamp), vectorHeader()), vectorHeader());
    }

    final C carrierOf(String header, V value) {
        C carrier = newCarrier();
        put(carrier, header, value);
        return carrier;
    }

    final void assertReads(String expected, V value) {
        Optional<VectorTimestamp> read = extractVector(carrierOf(vectorHeader(), value));
        assertEquals(Optional.of(expected), read.map(VectorTimestamp::toString), () -> show(value));
    }

    private void assertRefused(String header, V value, Function<C, Optional<?>> extraction) {
        MalformedCausalityException refusal = assertRefused(carrierOf(header, value), extraction, show(value));
        assertEquals(header, refusal.header(), () -> show(value));
    }

    private void assertReadOrRefused(C carrier, String message) {
        try {
            assertNotNull(extractVector(carrier), message);
        } catch (MalformedCausalityException refusal) {
            assertEquals(vectorHeader(), refusal.header(), message);
        } catch (RuntimeException other) {
            throw new AssertionError(message, other);
        }
    }
}
