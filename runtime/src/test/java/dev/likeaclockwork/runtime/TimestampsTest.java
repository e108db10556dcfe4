// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.VectorTimestamp;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimestampsTest {
    private static final int NODES = 20;

    @Test
    void mergeAll_isTheMergeOfAllTimestamps() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<VectorTimestamp> timestamps = IntStream.range(0, 1 + random.nextInt(40))
                    .mapToObj(i -> timestamp(random))
                    .toList();
            assertThat(Timestamps.mergeAll(timestamps))
                    .as("seed %s", seed)
                    .isEqualTo(
                            timestamps.stream().reduce(VectorTimestamp::merge).orElseThrow());
        }
    }

    private static VectorTimestamp timestamp(Random random) {
        Map<String, Long> counters = new TreeMap<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            counters.put("n" + random.nextInt(NODES), 1L + random.nextInt(9));
        }
        return VectorTimestamp.of(counters);
    }

    @Test
    void mergeAllOfOne_isTheSameObject() {
        VectorTimestamp timestamp = VectorTimestamp.of(Map.of("a", 1L));
        assertThat(Timestamps.mergeAll(List.of(timestamp))).isSameAs(timestamp);
    }
}
