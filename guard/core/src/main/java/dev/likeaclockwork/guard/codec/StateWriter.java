// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.codec;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.event.EventDot;
import dev.likeaclockwork.guard.event.EventId;
import dev.likeaclockwork.guard.event.EventStamp;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Writes one state: a byte for its kind, a byte for the version of the format, the table of node ids, the values that
 * the codec puts, and the CRC-32C of all of these, big-endian. Used once, by one thread.
 *
 * <p>Numbers are unsigned LEB128: seven bits a byte, the lowest first. Each node id is written once, and referred to by
 * its index.
 */
public final class StateWriter {
    static final int VERSION = 1;
    static final int CHECKSUM_SIZE = 4;

    private final Map<String, Integer> nodes = new LinkedHashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(128);

    /** Writes a number; not negative. */
    public void putNumber(long number) {
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

    /** Writes a byte array. */
    public void putBytes(byte[] bytes) {
        putNumber(bytes.length);
        body.writeBytes(bytes);
    }

    void putText(String text) {
        putBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a node id. */
    public void putNode(String node) {
        putNumber(index(node));
    }

    private int index(String node) {
        Integer known = nodes.putIfAbsent(node, nodes.size());
        return known == null ? nodes.size() - 1 : known;
    }

    /** Writes a vector timestamp. */
    public void putVector(VectorTimestamp vector) {
        putNumber(vector.size());
        vector.forEach((node, counter) -> {
            putNode(node);
            putNumber(counter);
        });
    }

    /** Writes an event id. A UUID takes 17 bytes; any other id takes one more than its length. */
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
     * Writes a stamp. Of a dot only the node is written, because the vector has its counter; a Lamport time is written
     * only if it is not the depth of the vector.
     */
    void putStamp(EventStamp stamp) {
        putVector(stamp.vector());
        if (stamp.name() instanceof EventDot named) {
            putNumber(1 + index(named.dot().node()));
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

    /** The state, in a new array; {@code kind} is its first byte. */
    public byte[] finish(char kind) {
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
