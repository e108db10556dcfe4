// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.versioned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.CausalityRelation;
import dev.likeaclockwork.Dot;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.memory.MemoryStore;
import dev.likeaclockwork.guard.state.Codec;
import dev.likeaclockwork.guard.state.CorruptStateException;
import dev.likeaclockwork.testkit.MergeLaws;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class VersionedTest {
    private static final VectorTimestamp NOTHING = VectorTimestamp.empty();

    private final VersionedStore<String> store =
            VersionedStore.in(MemoryStore.ofAtMost(10), "stock", "db", Codec.utf8());

    @Test
    void secondBuyer_getsAConflictAndBothAreKept() {
        store.put("product:42", NOTHING, "1 left");
        VectorTimestamp read = store.get("product:42").context();

        assertThat(store.put("product:42", read, "sold to Ann")).isInstanceOf(PutOutcome.Accepted.class);
        PutOutcome<String> second = store.put("product:42", read, "sold to Bob");

        assertThat(second).isInstanceOf(PutOutcome.Siblings.class);
        assertThat(second.now()).hasToString("sold to Ann (db:2) ∥ sold to Bob (db:3) [db=3]");
        assertThat(second.now().single()).isEmpty();
        Map<String, Versioned<String>> conflicts = new HashMap<>();
        store.forEachConflict(conflicts::put);
        assertThat(conflicts).containsOnlyKeys("product:42");

        assertThat(store.resolve("product:42", Merge.by((a, b) -> a + ", refund " + b))
                        .single())
                .contains("sold to Ann, refund sold to Bob");
        assertThat(store.get("product:42").isConflict()).isFalse();
    }

    @Test
    void staleWriter_isRefusedIfItAsksFor() {
        store.putIfCurrent("k", NOTHING, "a");
        PutOutcome<String> stale = store.putIfCurrent("k", NOTHING, "b");

        assertThat(stale).isInstanceOf(PutOutcome.Stale.class);
        assertThat(stale.now().single()).contains("a");
        assertThat(store.putIfCurrent("k", stale.now().context(), "b").isStored())
                .isTrue();
    }

    @Test
    void contextOfAnotherValue_isRefused() {
        assertThatThrownBy(() -> store.put("k", VectorTimestamp.parse("db=1"), "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the context db=1 names versions that this value never had");
        assertThat(store.get("k")).isEqualTo(Versioned.none());
    }

    @Test
    void hundredInterleavedPutsOfTwoWriters_keepTwoSiblings() {
        Versioned<Integer> now = Versioned.none();
        VectorTimestamp[] read = {NOTHING, NOTHING};
        for (int i = 0; i < 100; i++) {
            now = now.put("db", read[i % 2], i).now();
            read[i % 2] = VectorTimestamp.of(Map.of("db", i + 1L));
            assertThat(now.siblings().size()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void siblings_areCrowdedFrom25AndRefusedAbove100() {
        Versioned<Integer> now = Versioned.none();
        for (int i = 1; i <= Versioned.MAX_SIBLINGS; i++) {
            now = now.put("db", NOTHING, i).now();
            assertThat(now.isCrowded()).isEqualTo(i >= 25);
        }
        PutOutcome<Integer> refused = now.put("db", NOTHING, 101);

        assertThat(refused).isInstanceOf(PutOutcome.Full.class);
        assertThat(refused.now()).isEqualTo(now);
        assertThat(now.put("db", now.context(), 101)).isInstanceOf(PutOutcome.Accepted.class);
    }

    @Test
    void versioned_survivesItsBinaryForm() {
        Codec<Versioned<String>> codec = Versioned.codec(Codec.utf8());
        Versioned<String> two = Versioned.<String>none()
                .put("a", NOTHING, "Ä")
                .now()
                .merge(Versioned.<String>none().put("b", NOTHING, "").now());

        assertThat(codec.decode(codec.encode(two))).isEqualTo(two);
        assertThat(codec.decode(codec.encode(Versioned.none()))).isEqualTo(Versioned.none());
    }

    @Test
    void valueThatItsCodecRefuses_isReportedAsDamage() {
        Codec<String> picky = new Codec<>() {
            @Override
            public byte[] encode(String value) {
                return new byte[1];
            }

            @Override
            public String decode(byte[] bytes) {
                throw new UnsupportedOperationException("no such thing");
            }
        };
        Codec<Versioned<String>> codec = Versioned.codec(picky);
        byte[] bytes =
                codec.encode(Versioned.<String>none().put("a", NOTHING, "x").now());

        assertThatThrownBy(() -> codec.decode(bytes))
                .isInstanceOf(CorruptStateException.class)
                .hasMessageContaining("no such thing");
    }

    private static <T> T merged(Merge<T> merge, T a, T b) {
        return merge.of(List.of(version("x", 1, a), version("y", 1, b)));
    }

    private static <T> Version<T> version(String node, long time, T value) {
        return new Version<>(new Dot(node, time), time, value);
    }

    private static <T> void checkLaws(
            int cases,
            Function<SplittableRandom, T> value,
            java.util.function.BinaryOperator<T> merge,
            BiFunction<T, T, CausalityRelation> relation) {
        MergeLaws<T> laws = new MergeLaws<>(merge, relation);
        for (long seed = 0; seed < cases; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            laws.check(List.of(value.apply(random), value.apply(random), value.apply(random)));
        }
    }

    private static CausalityRelation relation(boolean atOrBefore, boolean atOrAfter) {
        return atOrBefore
                ? atOrAfter ? CausalityRelation.EQUAL : CausalityRelation.HAPPENS_BEFORE
                : atOrAfter ? CausalityRelation.HAPPENS_AFTER : CausalityRelation.CONCURRENT;
    }

    @Test
    void union_obeysTheLawsOfMerges() {
        checkLaws(
                3_000,
                random -> new HashSet<>(List.of(random.nextInt(4), 4 + random.nextInt(4))),
                (Set<Integer> a, Set<Integer> b) -> merged(Merge.union(), a, b),
                (a, b) -> relation(b.containsAll(a), a.containsAll(b)));
    }

    @Test
    void maxPerNode_obeysTheLawsOfMerges() {
        checkLaws(
                3_000,
                random -> Map.of("a", random.nextLong(1, 4), "n" + random.nextInt(3), random.nextLong(1, 4)),
                (Map<String, Long> a, Map<String, Long> b) -> merged(Merge.maxPerNode(), a, b),
                (a, b) -> VectorTimestamp.of(a).relationTo(VectorTimestamp.of(b)));
    }

    @Test
    void lastWriter_obeysTheLawsOfMerges() {
        checkLaws(
                3_000,
                random -> version("n" + random.nextInt(3), 1 + random.nextLong(4), "v"),
                (a, b) -> List.of(a, b).get(Merge.<Integer>lastWriter().of(List.of(index(a, 0), index(b, 1)))),
                (a, b) -> relation(Version.LAMPORT_ORDER.compare(a, b) <= 0, Version.LAMPORT_ORDER.compare(a, b) >= 0));
    }

    private static Version<Integer> index(Version<?> version, int index) {
        return new Version<>(version.dot(), version.lamportTime(), index);
    }

    @Test
    void functionOfTwo_obeysTheLawsIfTheFunctionDoes() {
        checkLaws(
                1000,
                SplittableRandom::nextInt,
                (a, b) -> merged(Merge.by(Math::max), a, b),
                (a, b) -> relation(a <= b, a >= b));
    }

    @Test
    void replicasThatMerge_obeyTheLawsOfMerges() {
        for (long seed = 0; seed < 1_000; seed++) {
            List<Versioned<Integer>> replicas = replicas(new SplittableRandom(seed));
            MergeLaws<Versioned<Integer>> laws = new MergeLaws<>(Versioned::merge, VersionedTest::order);
            laws.check(replicas);
        }
    }

    /** By context; replicas that know the same versions have the same siblings. */
    private static CausalityRelation order(Versioned<?> a, Versioned<?> b) {
        CausalityRelation relation = a.context().relationTo(b.context());
        assertThat(relation == CausalityRelation.EQUAL).isEqualTo(a.equals(b));
        return relation;
    }

    private static List<Versioned<Integer>> replicas(SplittableRandom random) {
        List<Versioned<Integer>> replicas =
                new ArrayList<>(List.of(Versioned.none(), Versioned.none(), Versioned.none()));
        for (int i = 0; i < 12; i++) {
            int at = random.nextInt(3);
            Versioned<Integer> replica = replicas.get(at);
            VectorTimestamp read = random.nextBoolean() ? replica.context() : NOTHING;
            replicas.set(
                    at,
                    random.nextInt(3) == 0
                            ? replica.merge(replicas.get(random.nextInt(3)))
                            : replica.put("r" + at, read, i).now());
        }
        return replicas;
    }
}
