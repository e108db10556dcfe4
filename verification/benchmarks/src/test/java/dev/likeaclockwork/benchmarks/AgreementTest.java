// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.CausalityRelation;
import dev.likeaclockwork.TextTransport;
import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.VectorTimestamp;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is compared does the same work: all peers give the same answers. */
class AgreementTest {
    private static final int NODES = 5;
    private final String[] ids = Workload.ids(NODES);

    @Test
    void relations_areTheSameOfAllPeers() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2_000; i++) {
            long[] a = random.longs(NODES, 1, 4).toArray();
            long[] b = random.longs(NODES, 1, 4).toArray();
            CausalityRelation relation = Workload.timestamp(ids, a).relationTo(Workload.timestamp(ids, b));

            assertThat(PlainClock.relation(PlainClock.map(ids, a), PlainClock.map(ids, b)))
                    .isEqualTo(relation);
            assertThat(Pekko.relation(Pekko.clock(ids, a), Pekko.clock(ids, b))).isEqualTo(relation);
            assertThat(Hazelcast.relation(Hazelcast.clock(a), Hazelcast.clock(b)))
                    .isEqualTo(relation);
        }
    }

    @Test
    void receives_giveTheSameCountersInAllPeers() {
        long[] base = Workload.counters(NODES, 42);
        VectorClock clock = VectorClock.resume(ids[2], Workload.timestamp(ids, base));
        PlainClock plain = new PlainClock(ids[2], PlainClock.map(ids, base));
        org.apache.pekko.cluster.VectorClock pekko = Pekko.clock(ids, base);
        com.hazelcast.cluster.impl.VectorClock hazelcast = Hazelcast.clock(base);
        for (long[] remote : Workload.rising(NODES)) {
            clock.receive(Workload.timestamp(ids, remote));
            plain.receive(PlainClock.map(ids, remote));
            pekko = Pekko.tick(pekko.merge(Pekko.clock(ids, remote)), Pekko.node(ids[2]));
            hazelcast.merge(Hazelcast.clock(remote));
            Hazelcast.tick(hazelcast, Hazelcast.replica(2));
        }
        long[] ours = clock.snapshot().toMap().values().stream()
                .mapToLong(Long::longValue)
                .toArray();

        assertThat(plain.send()).isEqualTo(clock.send().toMap());
        assertThat(Pekko.relation(pekko, Pekko.clock(ids, ours))).isEqualTo(CausalityRelation.EQUAL);
        assertThat(Hazelcast.relation(hazelcast, Hazelcast.clock(ours))).isEqualTo(CausalityRelation.EQUAL);
    }

    @Test
    void codecs_readWhatTheOthersWrite() throws IOException {
        for (long[] counters : Workload.unrelated(NODES)) {
            VectorTimestamp timestamp = Workload.timestamp(ids, counters);
            Map<String, Long> map = PlainClock.map(ids, counters);
            Map<String, String> text = new HashMap<>();
            Map<String, byte[]> packed = new HashMap<>();
            TextTransport.inject(timestamp, text::put);
            BinaryTransport.inject(timestamp, packed::put);

            assertThat(text).containsValue(PlainClock.toText(map));
            assertThat(PlainClock.fromText(PlainClock.toText(map))).isEqualTo(map);
            assertThat(PlainClock.fromMessagePack(packed.get(BinaryTransport.VECTOR_HEADER)))
                    .isEqualTo(map);
            byte[] theirs = PlainClock.toMessagePack(map);
            assertThat(BinaryTransport.extractVector(name -> theirs)).contains(timestamp);
        }
    }
}
