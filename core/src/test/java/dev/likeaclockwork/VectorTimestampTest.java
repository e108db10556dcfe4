// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.likeaclockwork.wire.WireLimits;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorTimestampTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a=1     | a=1         | EQUAL
                    a=1     | a=1,b=0     | EQUAL
                    a=1     | a=2         | HAPPENS_BEFORE
                    a=1     | a=1,b=1     | HAPPENS_BEFORE
                    a=1     | b=1         | CONCURRENT
                    a=1,b=2 | a=2,b=1     | CONCURRENT
                    a=0     | b=0         | EQUAL
                    a=1,c=1 | a=1,b=1,c=1 | HAPPENS_BEFORE
                    """)
    void relationTo_isCausalAndAbsentCountsZero(String a, String b, CausalityRelation relation) {
        VectorTimestamp first = VectorTimestamp.parse(a);
        VectorTimestamp second = VectorTimestamp.parse(b);

        assertThat(first.relationTo(second)).isEqualTo(relation);
        assertThat(second.relationTo(first)).isEqualTo(relation.inverse());
        assertThat(first.equals(second)).isEqualTo(relation == CausalityRelation.EQUAL);
        assertThat(first.happensBefore(second)).isEqualTo(relation == CausalityRelation.HAPPENS_BEFORE);
        assertThat(second.happensBefore(first)).isFalse();
        assertThat(first.isConcurrentWith(second)).isEqualTo(relation == CausalityRelation.CONCURRENT);
        assertThat(second.isConcurrentWith(first)).isEqualTo(relation == CausalityRelation.CONCURRENT);
        if (relation == CausalityRelation.EQUAL) {
            assertThat(first).hasSameHashCodeAs(second);
        }
    }

    @Test
    void textForm_hasCountersOfAnySize() {
        long beyond = WireLimits.MAX_COUNTER + 1;

        assertThat(VectorTimestamp.of(Map.of("a", beyond, "b", 1L << 60, "c", 7L)))
                .hasToString("a=9007199254740992,b=1152921504606846976,c=7");
    }

    @Test
    void zeros_areKeptAndWritten() {
        VectorTimestamp timestamp = VectorTimestamp.of(Map.of("order-service", 1L, "payment-service", 0L));

        assertThat(timestamp).hasToString("order-service=1,payment-service=0");
        assertThat(timestamp.size()).isEqualTo(2);
        assertThat(timestamp.nodes()).containsExactly("order-service", "payment-service");
        assertThat(timestamp.toMap()).containsExactly(Map.entry("order-service", 1L), Map.entry("payment-service", 0L));
        assertThat(timestamp.get("unknown")).isZero();
    }

    @Test
    void of_namesTheNodeAndTheCounter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VectorTimestamp.of(Map.of("a", -1L)))
                .withMessage("counter of node 'a' must not be negative, but is -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VectorTimestamp.of(Map.of("a b", 1L)))
                .withMessageContaining("'a b'");
        assertThatNullPointerException()
                .isThrownBy(() -> VectorTimestamp.of(null))
                .withMessage("counters");
    }

    @Test
    void of_copiesTheMap() {
        Map<String, Long> counters = new HashMap<>(Map.of("a", 1L));
        VectorTimestamp timestamp = VectorTimestamp.of(counters);
        counters.put("a", 2L);

        assertThat(timestamp.get("a")).isEqualTo(1);
    }

    @Test
    void of_readsTheMapOnce() {
        Deque<Map<String, Long>> contents =
                new ArrayDeque<>(List.of(Map.of("a", 1L), Map.of("a", -1L), Map.of("a b", 2L), Map.of("c", -3L)));
        Map<String, Long> changing = new AbstractMap<>() {
            @Override
            public Set<Entry<String, Long>> entrySet() {
                return (contents.size() > 1 ? contents.remove() : contents.element()).entrySet();
            }

            @Override
            public int size() {
                return 1;
            }
        };

        assertThat(VectorTimestamp.of(changing)).hasToString("a=1");
    }

    @Test
    void hashCodes_areSpread() {
        Set<Integer> hashes = new HashSet<>();
        for (long i = 0; i < 1_000; i++) {
            hashes.add(VectorTimestamp.of(Map.of("n1", i / 100, "n2", i / 10 % 10, "n3", i % 10))
                    .hashCode());
        }

        assertThat(hashes).hasSizeGreaterThan(990);
    }

    @Test
    void merge_isTheLeastUpperBound() {
        assertThat(VectorTimestamp.parse("a=1,b=5").merge(VectorTimestamp.parse("a=2,c=3")))
                .hasToString("a=2,b=5,c=3");
    }

    @Test
    void relationAndMerge_agreeWithPlainMapsOnSeededValues() {
        for (long seed = 0; seed < 100_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            VectorTimestamp a = anyTimestamp(random);
            VectorTimestamp b = anyTimestamp(random);

            assertThat(a.relationTo(b))
                    .as("seed %s: %s and %s", seed, a, b)
                    .isEqualTo(plainRelation(a.toMap(), b.toMap()));
            assertThat(a.merge(b)).as("seed %s", seed).isEqualTo(VectorTimestamp.of(plainMerge(a.toMap(), b.toMap())));
        }
    }

    @Test
    void knows_isTrueUpToTheCounterOfTheNode() {
        VectorTimestamp ofAClock =
                VectorClock.resume("a", VectorTimestamp.parse("a=1,b=0,c=3")).tick();

        for (VectorTimestamp timestamp : List.of(ofAClock, VectorTimestamp.parse("a=2,b=0,c=3"))) {
            assertThat(timestamp.knows(new Dot("a", 1))).isTrue();
            assertThat(timestamp.knows(new Dot("a", 2))).isTrue();
            assertThat(timestamp.knows(new Dot("a", 3))).isFalse();
            assertThat(timestamp.knows(new Dot("b", 1))).isFalse();
            assertThat(timestamp.knows(new Dot("unknown", 1))).isFalse();
        }
    }

    @Test
    void mergeAll_isThePairwiseMergeInAnyOrderOnSeededValues() {
        for (long seed = 0; seed < 20_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<VectorTimestamp> timestamps = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                timestamps.add(anyTimestamp(random));
            }
            VectorTimestamp merged = VectorTimestamp.mergeAll(timestamps);

            assertThat(merged)
                    .as("seed %s: %s", seed, timestamps)
                    .isEqualTo(
                            timestamps.stream().reduce(VectorTimestamp::merge).orElseThrow());
            assertThat(merged.nodes())
                    .as("zeros of seed %s", seed)
                    .isEqualTo(timestamps.stream()
                            .reduce(VectorTimestamp::merge)
                            .orElseThrow()
                            .nodes());
            Collections.reverse(timestamps);
            timestamps.add(timestamps.get(0));
            assertThat(VectorTimestamp.mergeAll(timestamps)).as("seed %s", seed).isEqualTo(merged);
        }
    }

    @Test
    void mergeAllOfOne_isTheSameObject() {
        VectorTimestamp timestamp = VectorTimestamp.parse("a=1");

        assertThat(VectorTimestamp.mergeAll(Set.of(timestamp))).isSameAs(timestamp);
    }

    @Test
    void mergeAllOfNone_isEmpty() {
        assertThat(VectorTimestamp.mergeAll(List.of())).isSameAs(VectorTimestamp.empty());
    }

    /** Some decoded, some made by a clock, so that both representations meet. */
    private static VectorTimestamp anyTimestamp(SplittableRandom random) {
        Map<String, Long> counters = new HashMap<>();
        int members = random.nextInt(4);
        for (int i = 0; i <= members; i++) {
            counters.put("n" + random.nextInt(5), (long) random.nextInt(3));
        }
        VectorTimestamp decoded = VectorTimestamp.of(counters);
        if (random.nextBoolean()) {
            return decoded;
        }
        VectorClock clock = VectorClock.resume("n" + random.nextInt(5), decoded);
        return random.nextBoolean() ? clock.tick() : clock.snapshot();
    }

    private static CausalityRelation plainRelation(Map<String, Long> a, Map<String, Long> b) {
        Map<String, Long> top = plainMerge(a, b);
        boolean behind = top.keySet().stream().anyMatch(n -> a.getOrDefault(n, 0L) < top.get(n));
        boolean ahead = top.keySet().stream().anyMatch(n -> b.getOrDefault(n, 0L) < top.get(n));
        return CausalityRelation.of(behind, ahead);
    }

    private static Map<String, Long> plainMerge(Map<String, Long> a, Map<String, Long> b) {
        Map<String, Long> merged = new HashMap<>(a);
        b.forEach((node, counter) -> merged.merge(node, counter, Math::max));
        return merged;
    }
}
