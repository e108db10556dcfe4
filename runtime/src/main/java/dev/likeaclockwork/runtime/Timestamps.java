// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import dev.likeaclockwork.VectorTimestamp;
import java.util.Map;
import java.util.TreeMap;

/** Operations on vector timestamps that branches exchange. */
final class Timestamps {
    private Timestamps() {}

    /** The timestamp without entries of 0, which carry no information; the same object if there are none. */
    static VectorTimestamp withoutZeros(VectorTimestamp timestamp) {
        boolean[] zeros = {false};
        timestamp.forEach((node, counter) -> zeros[0] |= counter == 0);
        return zeros[0] ? copyWithoutZeros(timestamp) : timestamp;
    }

    private static VectorTimestamp copyWithoutZeros(VectorTimestamp timestamp) {
        Map<String, Long> counters = new TreeMap<>();
        timestamp.forEach((node, counter) -> {
            if (counter > 0) {
                counters.put(node, counter);
            }
        });
        return VectorTimestamp.of(counters);
    }
}
