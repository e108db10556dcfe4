// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.careful;

import dev.likeaclockwork.internal.bytes.MessagePack;
import dev.likeaclockwork.internal.vector.NodeId;
import dev.likeaclockwork.internal.vector.Quoted;
import dev.likeaclockwork.wire.WireLimits;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The entries of the binary form: a MessagePack map from string to unsigned integer.
 *
 * <p>Any width of the map's, a string's and an integer's header is read, signed integers that are not negative and ids
 * packed as binary included, because existing peers read them too.
 */
public final class PackReader extends EntryReader {
    private final byte[] bytes;

    /** Entries that the map announces. */
    private final int size;

    /** Entries that {@link #next} has passed. */
    private int passed;

    /** Where the id that was read last begins and ends. */
    private int idStart;

    private int idEnd;

    /** Bytes read so far. */
    private int position;

    public PackReader(String header, byte[] bytes, WireLimits limits) {
        super(header, limits);
        limits.checkSize(header, bytes.length);
        this.bytes = bytes;
        this.size = readMapSize();
    }

    /** An entry takes three bytes at least. */
    @Override
    public int capacity() {
        return Math.min(size, (bytes.length - position) / 3);
    }

    @Override
    public boolean next() {
        if (passed == size) {
            if (position < bytes.length) {
                throw malformed(position, "bytes after the map");
            }
            return false;
        }
        passed++;
        start = position;
        readId();
        checkId();
        readCounter();
        return true;
    }

    @Override
    public String id(int start) {
        position = start;
        readId();
        return id();
    }

    @Override
    public long counter(int start) {
        position = start;
        readId();
        return readCounter();
    }

    @Override
    public int compareIds(int a, int b) {
        int before = position;
        position = a;
        readId();
        int from = idStart;
        int to = idEnd;
        position = b;
        readId();
        position = before;
        return Arrays.compareUnsigned(bytes, from, to, bytes, idStart, idEnd);
    }

    private String id() {
        return new String(bytes, idStart, idEnd - idStart, StandardCharsets.ISO_8859_1);
    }

    private void readId() {
        int length = readIdLength();
        checkAvailable(length);
        idStart = position;
        idEnd = position + length;
        position = idEnd;
    }

    private void checkId() {
        for (int i = idStart; i < idEnd; i++) {
            if (!NodeId.isLegal(bytes[i])) {
                throw malformed(i, "no node id may contain " + hex(bytes[i] & 0xFF));
            }
        }
    }

    private int readMapSize() {
        int head = readByte();
        long announced = switch (head) {
            case 0xDE -> readNumber(2);
            case 0xDF -> readNumber(4);
            default -> (head & 0xF0) == 0x80 ? head & 0x0F : -1;
        };
        if (announced < 0) {
            throw malformed(0, "expected a MessagePack map but found " + hex(head));
        }
        limits.checkEntries(header, (int) Math.min(announced, Integer.MAX_VALUE), 0);
        return (int) announced;
    }

    private int readIdLength() {
        int head = readByte();
        long length = switch (head) {
            case 0xC4, 0xD9 -> readNumber(1);
            case 0xC5, 0xDA -> readNumber(2);
            case 0xC6, 0xDB -> readNumber(4);
            default -> (head & 0xE0) == 0xA0 ? head & 0x1F : -1;
        };
        if (length < 0) {
            throw malformed(start, "expected a node id as a string but found " + hex(head));
        }
        if (length == 0 || length > NodeId.MAX_LENGTH) {
            throw malformed(start, "the node id has " + length + " characters, not 1 to " + NodeId.MAX_LENGTH);
        }
        return (int) length;
    }

    private long readCounter() {
        int from = position;
        int head = readByte();
        long value = switch (head) {
            case 0xCC -> readNumber(1);
            case 0xCD -> readNumber(2);
            case 0xCE -> readNumber(4);
            case 0xCF -> readNumber(8);
            case 0xD0 -> (byte) readNumber(1);
            case 0xD1 -> (short) readNumber(2);
            case 0xD2 -> (int) readNumber(4);
            case 0xD3 -> readNumber(8);
            default -> {
                if (head > 0x7F && head < 0xE0) {
                    throw malformed(from, "expected a counter but found " + hex(head));
                }
                yield (byte) head;
            }
        };
        if (value < 0 || value > WireLimits.MAX_COUNTER) {
            throw malformed(from, "the counter of " + Quoted.of(id()) + " is not from 0 to 2^53-1");
        }
        return value;
    }

    private int readByte() {
        return (int) readNumber(1);
    }

    /** Reads a big-endian number; one of 8 bytes may come out negative. */
    private long readNumber(int width) {
        checkAvailable(width);
        position += width;
        return MessagePack.number(bytes, position - width, width);
    }

    private void checkAvailable(int length) {
        if (length > bytes.length - position) {
            throw malformed(bytes.length, "the value ends too early");
        }
    }

    private static String hex(int value) {
        return "0x" + Character.forDigit(value >> 4, 16) + Character.forDigit(value & 0xF, 16);
    }
}
