// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.benchmarks;

import dev.likeaclockwork.CausalityRelation;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;

/** A vector clock as one writes it in an afternoon: a hash map. Not thread-safe, validates next to nothing. */
final class PlainClock {
    private final String node;
    private final Map<String, Long> counters;

    PlainClock(String node, Map<String, Long> counters) {
        this.node = node;
        this.counters = new HashMap<>(counters);
    }

    static Map<String, Long> map(String[] ids, long[] counters) {
        Map<String, Long> map = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            map.put(ids[i], counters[i]);
        }
        return map;
    }

    long tick() {
        return counters.merge(node, 1L, Long::sum);
    }

    Map<String, Long> send() {
        tick();
        return new HashMap<>(counters);
    }

    void receive(Map<String, Long> remote) {
        remote.forEach((id, counter) -> counters.merge(id, counter, Math::max));
        tick();
    }

    static CausalityRelation relation(Map<String, Long> a, Map<String, Long> b) {
        Set<String> ids = new HashSet<>(a.keySet());
        ids.addAll(b.keySet());
        boolean behind = false;
        boolean ahead = false;
        for (String id : ids) {
            long here = a.getOrDefault(id, 0L);
            long there = b.getOrDefault(id, 0L);
            behind |= here < there;
            ahead |= here > there;
        }
        if (behind) {
            return ahead ? CausalityRelation.CONCURRENT : CausalityRelation.HAPPENS_BEFORE;
        }
        return ahead ? CausalityRelation.HAPPENS_AFTER : CausalityRelation.EQUAL;
    }

    static String toText(Map<String, Long> counters) {
        String[] ids = counters.keySet().toArray(String[]::new);
        Arrays.sort(ids);
        StringBuilder text = new StringBuilder();
        for (String id : ids) {
            text.append(text.isEmpty() ? "" : ",").append(id).append('=').append((long) counters.getOrDefault(id, 0L));
        }
        return text.toString();
    }

    static Map<String, Long> fromText(String text) {
        Map<String, Long> counters = new HashMap<>();
        for (String entry : text.split(",", -1)) {
            int equals = entry.indexOf('=');
            counters.put(entry.substring(0, equals), Long.parseUnsignedLong(entry, equals + 1, entry.length(), 10));
        }
        return counters;
    }

    static byte[] toMessagePack(Map<String, Long> counters) throws IOException {
        try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
            packer.packMapHeader(counters.size());
            for (Map.Entry<String, Long> entry : counters.entrySet()) {
                packer.packString(entry.getKey()).packLong(entry.getValue());
            }
            return packer.toByteArray();
        }
    }

    static Map<String, Long> fromMessagePack(byte[] bytes) throws IOException {
        try (MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(bytes)) {
            Map<String, Long> counters = new HashMap<>();
            for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
                counters.put(unpacker.unpackString(), unpacker.unpackLong());
            }
            return counters;
        }
    }
}
