// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.propagation;

import dev.likeaclockwork.VectorTimestamp;
import java.util.Collection;
import java.util.Optional;

/**
 * The propagator of a service: reads vector timestamps from carriers and writes them to carriers, within the limits of
 * the service.
 *
 * <p>Never throws because of a carrier. A timestamp that cannot be read is counted, logged once at debug level, and
 * treated as absent; one that exceeds the header budget is counted and left out. Records and joins nothing, so that a
 * propagator of another library can delegate to it. Thread-safe.
 */
public interface Propagator {
    /** Reads the timestamp of a carrier; empty if there is none, or none that can be used. */
    Optional<VectorTimestamp> extract(CarrierGetter getter);

    /** Reads the timestamps of a batch of carriers and merges them; empty if none of them has one. */
    Optional<VectorTimestamp> extractAll(Collection<? extends CarrierGetter> batch);

    /**
     * Writes a timestamp to a carrier.
     *
     * @return whether the carrier has the timestamp now
     */
    boolean inject(VectorTimestamp timestamp, CarrierSetter setter);
}
