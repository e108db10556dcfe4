// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import dev.likeaclockwork.LamportTimestamp;
import dev.likeaclockwork.TracedEvent;
import dev.likeaclockwork.VectorTimestamp;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a transport and its carrier are called.
 *
 * @param <C> the carrier of one message
 * @param <V> the value of one header
 */
public interface TransportOperations<C, V> {
    /** A carrier without headers. */
    C newCarrier();

    /** Sets a header as another program might, without the transport. */
    void put(C carrier, String name, V value);

    /** The value of a header, without the transport; null if it is absent. */
    @Nullable
    V get(C carrier, String name);

    /** Puts a vector timestamp on a carrier. */
    void inject(VectorTimestamp timestamp, C carrier);

    /** Puts a Lamport timestamp on a carrier. */
    void inject(LamportTimestamp timestamp, C carrier);

    /** Puts an event's metadata on a carrier. */
    void inject(TracedEvent event, C carrier);

    /** Takes a vector timestamp off a carrier, within {@link dev.likeaclockwork.wire.WireLimits#DEFAULT}. */
    Optional<VectorTimestamp> extractVector(C carrier);

    /** Takes a Lamport timestamp off a carrier, within {@link dev.likeaclockwork.wire.WireLimits#DEFAULT}. */
    Optional<LamportTimestamp> extractLamport(C carrier);

    /**
     * Takes an event off a carrier, within {@link dev.likeaclockwork.wire.WireLimits#DEFAULT}; the payload travels
     * apart.
     */
    Optional<TracedEvent> extractEvent(C carrier, byte[] payload);
}
