// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.VectorTimestamp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;

/** Core's own MessagePack, checked against the general library. */
class MessagePackTest {
    private final Map<String, byte[]> headers = new HashMap<>();

    @Test
    void seededVectors_areTheSameToTheGeneralLibrary() throws IOException {
        for (long seed = 0; seed < 5_000; seed++) {
            Map<String, Long> counters = anyCounters(new SplittableRandom(seed));
            BinaryTransport.inject(VectorTimestamp.of(counters), headers::put);
            byte[] ours = headers.get("causality-vc");
            byte[] theirs = pack(counters, seed);

            assertThat(unpack(ours)).as("seed %s", seed).isEqualTo(counters);
            assertThat(ours).as("seed %s", seed).hasSameSizeAs(theirs);
            headers.put("causality-vc", theirs);
            VectorTimestamp read = BinaryTransport.extractVector(headers::get).orElseThrow();
            assertThat(read.toMap()).isEqualTo(counters);
            assertThat(read.nodes()).isSorted();
        }
    }

    @Test
    void everyPowerOfTwo_isTheSameToTheGeneralLibrary() throws IOException {
        for (int power = 0; power < 53; power++) {
            for (long counter = (1L << power) - 1; counter <= (1L << power) + 1; counter++) {
                BinaryTransport.inject(VectorTimestamp.of(Map.of("n" + power, counter)), headers::put);

                assertThat(headers.get("causality-vc")).isEqualTo(pack(Map.of("n" + power, counter), 0));
                assertThat(BinaryTransport.extractVector(headers::get)
                                .orElseThrow()
                                .get("n" + power))
                        .isEqualTo(counter);
            }
        }
    }

    private static Map<String, Long> anyCounters(SplittableRandom random) {
        Map<String, Long> counters = new HashMap<>();
        int size = random.nextInt(40);
        for (int i = 0; i < size; i++) {
            String id = "x".repeat(random.nextInt(120)) + "-" + random.nextInt(1000);
            counters.put(id, random.nextLong(1L << random.nextInt(1, 54)));
        }
        return counters;
    }

    private static byte[] pack(Map<String, Long> counters, long seed) throws IOException {
        List<String> order = new ArrayList<>(counters.keySet());
        Collections.shuffle(order, new Random(seed));
        try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
            packer.packMapHeader(order.size());
            for (String id : order) {
                packer.packString(id).packLong(counters.get(id));
            }
            return packer.toByteArray();
        }
    }

    private static Map<String, Long> unpack(byte[] bytes) throws IOException {
        Map<String, Long> counters = new HashMap<>();
        try (MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(bytes)) {
            for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
                counters.put(unpacker.unpackString(), unpacker.unpackLong());
            }
            assertThat(unpacker.hasNext()).isFalse();
        }
        return counters;
    }
}
