// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import dev.likeaclockwork.VectorTimestamp;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is handed from branch to branch: a timestamp without entries of 0, which would travel for nothing. */
final class Past {
    private Past() {}

    static VectorTimestamp of(VectorTimestamp stamp) {
        boolean[] zeros = {false};
        stamp.forEach((node, counter) -> zeros[0] |= counter == 0);
        return zeros[0] ? withoutZeros(stamp) : stamp;
    }

    /** What several, but at least one, know together. In halves, so that n of them take O(n log n). */
    static VectorTimestamp joined(List<VectorTimestamp> stamps) {
        int size = stamps.size();
        return size == 1
                ? stamps.get(0)
                : joined(stamps.subList(0, size / 2)).merge(joined(stamps.subList(size / 2, size)));
    }

    private static VectorTimestamp withoutZeros(VectorTimestamp stamp) {
        Map<String, Long> counters = new TreeMap<>();
        stamp.forEach((node, counter) -> {
            if (counter > 0) {
                counters.put(node, counter);
            }
        });
        return VectorTimestamp.of(counters);
    }
}
