// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * A source of time-ordered ids: UUIDs of version 7 (RFC 9562, section 5.7), 48 bits of Unix time in milliseconds and 74
 * random bits.
 *
 * <p>Ids of one millisecond are in random order: order within a node is what clocks are for. Thread-safe if both
 * sources are.
 */
final class UuidV7 {
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final InstantSource time;
    private final RandomGenerator random;

    UuidV7(InstantSource time, RandomGenerator random) {
        this.time = Objects.requireNonNull(time, "time");
        this.random = Objects.requireNonNull(random, "random");
    }

    String next() {
        long high = (time.millis() << 16) | VERSION | (random.nextLong() >>> 52);
        long low = VARIANT | (random.nextLong() >>> 2);
        return new UUID(high, low).toString();
    }
}
