// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import dev.likeaclockwork.LamportTimestamp;
import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.wire.WireLimits;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Values of core drawn from a seed. */
final class SeededValues {
    private static final int MAX_ID_LENGTH = 128;

    private SeededValues() {}

    /** One of few members and small counters, so that every relation is common; decoded, or made by a clock. */
    static VectorTimestamp smallVector(RandomGenerator random) {
        Map<String, Long> counters = new HashMap<>();
        int draws = random.nextInt(5);
        for (int i = 0; i < draws; i++) {
            counters.put("n" + random.nextInt(5), (long) random.nextInt(3));
        }
        VectorTimestamp decoded = VectorTimestamp.of(counters);
        if (random.nextBoolean()) {
            return decoded;
        }
        VectorClock clock = VectorClock.resume("n" + random.nextInt(5), decoded);
        return random.nextBoolean() ? clock.tick() : clock.snapshot();
    }

    /** One of 1 to 40 members of any legal id, with counters of every magnitude. */
    static VectorTimestamp vector(RandomGenerator random) {
        Map<String, Long> counters = new HashMap<>();
        int draws = random.nextInt(1, 41);
        for (int i = 0; i < draws; i++) {
            counters.put(nodeId(random), counter(random));
        }
        return VectorTimestamp.of(counters);
    }

    static LamportTimestamp lamport(RandomGenerator random) {
        return LamportTimestamp.of(nodeId(random), counter(random));
    }

    private static String nodeId(RandomGenerator random) {
        int length = random.nextInt(1, 1 + random.nextInt(1, MAX_ID_LENGTH + 1));
        return random.ints('!', 0x7F)
                .filter(character -> character != ',' && character != '=')
                .limit(length)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static long counter(RandomGenerator random) {
        return random.nextInt(20) == 0 ? WireLimits.MAX_COUNTER : random.nextLong(1L << random.nextInt(53));
    }
}
