// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import dev.likeaclockwork.VectorTimestamp;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Writes one state: a byte for its kind, one for the version of the format, the table of node ids, what the codec puts,
 * and a CRC-32C of all that, big-endian. Used once, by one thread.
 *
 * <p>Numbers are unsigned LEB128: seven bits a byte, the lowest first. Node ids are written once and referred to by
 * place.
 */
final class StateWriter {
    static final int VERSION = 1;
    static final int CHECKSUM_SIZE = 4;

    private final Map<String, Integer> nodes = new LinkedHashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(128);

    void putNumber(long number) {
        putNumber(body, number);
    }

    private static void putNumber(ByteArrayOutputStream out, long number) {
        long rest = number;
        while (rest > 0x7F) {
            out.write((int) (rest | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    void putBytes(byte[] bytes) {
        putNumber(bytes.length);
        body.writeBytes(bytes);
    }

    void putText(String text) {
        putBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void putNode(String node) {
        putNumber(place(node));
    }

    private int place(String node) {
        Integer known = nodes.putIfAbsent(node, nodes.size());
        return known == null ? nodes.size() - 1 : known;
    }

    void putVector(VectorTimestamp vector) {
        putNumber(vector.size());
        vector.forEach((node, counter) -> {
            putNode(node);
            putNumber(counter);
        });
    }

    /** A UUID takes 17 bytes, any other id one more than its length. */
    void putId(EventId id) {
        UUID uuid = uuid(id.value());
        if (uuid == null) {
            putText(id.value());
        } else {
            putNumber(0);
            byte[] bytes = new byte[16];
            ByteBuffer.wrap(bytes).putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
            body.writeBytes(bytes);
        }
    }

    private static @Nullable UUID uuid(String id) {
        if (id.length() != 36) {
            return null;
        }
        try {
            UUID uuid = UUID.fromString(id);
            return uuid.toString().equals(id) ? uuid : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * A dot needs only its node: its counter stands in the vector. A Lamport time is left out where it follows from the
     * vector.
     */
    void putStamp(EventStamp stamp) {
        putVector(stamp.vector());
        if (stamp.name() instanceof Dot dot) {
            putNumber(1 + place(dot.node()));
        } else {
            putNumber(0);
            putId((EventId) stamp.name());
        }
        putLamportTime(stamp);
    }

    private void putLamportTime(EventStamp stamp) {
        boolean follows = stamp.lamportTime() == EventStamp.depth(stamp.vector());
        putNumber(follows ? 0 : 1);
        if (!follows) {
            putNumber(stamp.lamportTime());
        }
    }

    byte[] finish(char kind) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 + body.size());
        out.write(kind);
        out.write(VERSION);
        putNumber(out, nodes.size());
        for (String node : nodes.keySet()) {
            putNumber(out, node.length());
            out.writeBytes(node.getBytes(StandardCharsets.US_ASCII));
        }
        out.writeBytes(body.toByteArray());
        out.writeBytes(ByteBuffer.allocate(CHECKSUM_SIZE)
                .putInt(checksum(out.toByteArray(), out.size()))
                .array());
        return out.toByteArray();
    }

    static int checksum(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }
}
