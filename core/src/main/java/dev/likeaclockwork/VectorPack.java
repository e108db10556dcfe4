// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The binary form of vector timestamps: a MessagePack map from node id to counter, each in its smallest encoding. */
final class VectorPack {
    private static final int MAX_COUNTER_BYTES = 9;
    private static final int MAX_HEAD_BYTES = 5;

    private VectorPack() {}

    static VectorTimestamp decode(String header, byte[] bytes, WireLimits limits) {
        return new PackedEntries(header, bytes, limits).read();
    }

    static byte[] encode(VectorTimestamp timestamp) {
        timestamp.forEach(Counters::checkOnWire);
        ByteBuffer out = ByteBuffer.allocate(maxSize(timestamp));
        putMapHead(out, timestamp.size());
        timestamp.forEach((node, counter) -> {
            putId(out, node);
            putCounter(out, counter);
        });
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    private static int maxSize(VectorTimestamp timestamp) {
        int size = MAX_HEAD_BYTES;
        for (String node : timestamp.nodes()) {
            size += 2 + node.length() + MAX_COUNTER_BYTES;
        }
        return size;
    }

    private static void putMapHead(ByteBuffer out, int size) {
        if (size < 16) {
            out.put((byte) (0x80 | size));
        } else if (size < 1 << 16) {
            out.put((byte) 0xDE).putShort((short) size);
        } else {
            out.put((byte) 0xDF).putInt(size);
        }
    }

    private static void putId(ByteBuffer out, String node) {
        if (node.length() < 32) {
            out.put((byte) (0xA0 | node.length()));
        } else {
            out.put((byte) 0xD9).put((byte) node.length());
        }
        out.put(node.getBytes(StandardCharsets.US_ASCII));
    }

    private static void putCounter(ByteBuffer out, long counter) {
        if (counter < 1 << 7) {
            out.put((byte) counter);
        } else if (counter < 1 << 8) {
            out.put((byte) 0xCC).put((byte) counter);
        } else if (counter < 1 << 16) {
            out.put((byte) 0xCD).putShort((short) counter);
        } else if (counter < 1L << 32) {
            out.put((byte) 0xCE).putInt((int) counter);
        } else {
            out.put((byte) 0xCF).putLong(counter);
        }
    }
}
