// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The three things of MessagePack that a vector timestamp is made of, each in its smallest encoding. */
public final class MessagePack {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    public static final int MAX_MAP_HEAD_BYTES = 5;
    public static final int MAX_NUMBER_BYTES = 9;

    private MessagePack() {}

    /** Writes the head of a map; returns where it ends. */
    public static int putMapHead(byte[] out, int at, int size) {
        if (size < 16) {
            return putHead(out, at, 0x80 | size);
        }
        return size < 1 << 16
                ? putNumber(out, putHead(out, at, 0xDE), size, 2)
                : putNumber(out, putHead(out, at, 0xDF), size, 4);
    }

    /** Writes an ASCII string of less than 256 characters; returns where it ends. */
    @SuppressWarnings("deprecation") // drops the high bytes, which ASCII does not have, and copies once
    public static int putString(byte[] out, int at, String ascii) {
        int length = ascii.length();
        int start = length < 32 ? putHead(out, at, 0xA0 | length) : putNumber(out, putHead(out, at, 0xD9), length, 1);
        ascii.getBytes(0, length, out, start);
        return start + length;
    }

    /** The bytes of a map's head. */
    public static int mapHeadSize(int size) {
        return size < 16 ? 1 : size < 1 << 16 ? 3 : 5;
    }

    /** The bytes of an ASCII string of less than 256 characters. */
    public static int stringSize(String ascii) {
        return ascii.length() + (ascii.length() < 32 ? 1 : 2);
    }

    /** The bytes of a number that is not negative. */
    public static int unsignedSize(long number) {
        if (number < 1 << 8) {
            return number < 1 << 7 ? 1 : 2;
        }
        return number < 1 << 16 ? 3 : number < 1L << 32 ? 5 : 9;
    }

    /** Writes a number that is not negative; returns where it ends. */
    public static int putUnsigned(byte[] out, int at, long number) {
        if (number < 1 << 7) {
            return putHead(out, at, (int) number);
        }
        if (number < 1 << 16) {
            return number < 1 << 8
                    ? putNumber(out, putHead(out, at, 0xCC), number, 1)
                    : putNumber(out, putHead(out, at, 0xCD), number, 2);
        }
        return number < 1L << 32
                ? putNumber(out, putHead(out, at, 0xCE), number, 4)
                : putNumber(out, putHead(out, at, 0xCF), number, 8);
    }

    /** The bytes behind the head of an unsigned number; negative if {@code head} is not one. */
    public static int width(byte head) {
        return switch (head) {
            case (byte) 0xCC -> 1;
            case (byte) 0xCD -> 2;
            case (byte) 0xCE -> 4;
            case (byte) 0xCF -> 8;
            default -> head >= 0 ? 0 : -1;
        };
    }

    /** A big-endian number of 1, 2, 4 or 8 bytes; one of 8 may come out negative. */
    public static long number(byte[] bytes, int from, int width) {
        return switch (width) {
            case 1 -> bytes[from] & 0xFFL;
            case 2 -> (short) SHORT.get(bytes, from) & 0xFFFFL;
            case 4 -> (int) INT.get(bytes, from) & 0xFFFFFFFFL;
            default -> (long) LONG.get(bytes, from);
        };
    }

    private static int putHead(byte[] out, int at, int head) {
        out[at] = (byte) head;
        return at + 1;
    }

    private static int putNumber(byte[] out, int at, long number, int width) {
        switch (width) {
            case 1 -> out[at] = (byte) number;
            case 2 -> SHORT.set(out, at, (short) number);
            case 4 -> INT.set(out, at, (int) number);
            default -> LONG.set(out, at, number);
        }
        return at + width;
    }
}
