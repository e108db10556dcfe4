// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.fast;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The bytes that stand before each counter of one membership in one wire format, which never change.
 *
 * <p>Immutable and thread-safe.
 */
public final class EncodedKeys {
    /*
     * Keys are a dozen bytes long, and there are many. The first and the last eight bytes cover such a key; in a
     * shorter key the two words overlap. Comparing or copying two words takes one or two nanoseconds, a call of
     * Arrays.equals or System.arraycopy ten.
     */
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final byte[][] keys;

    private final int totalLength;

    public EncodedKeys(byte[][] keys) {
        this.keys = keys;
        int total = 0;
        for (byte[] key : keys) {
            total += key.length;
        }
        this.totalLength = total;
    }

    public int size() {
        return keys.length;
    }

    /** The bytes of one key. */
    public int length(int index) {
        return keys[index].length;
    }

    /** The bytes of all keys. */
    public int totalLength() {
        return totalLength;
    }

    /** Whether {@code bytes} holds a key at a place. */
    public boolean matches(int index, byte[] bytes, int at) {
        byte[] key = keys[index];
        int last = key.length - Long.BYTES;
        if (at + key.length > bytes.length) {
            return false;
        }
        if (last < 0) {
            return matchesEach(key, bytes, at);
        }
        long difference = difference(key, 0, bytes, at) | difference(key, last, bytes, at + last);
        for (int i = Long.BYTES; i < last; i += Long.BYTES) {
            difference |= difference(key, i, bytes, at + i);
        }
        return difference == 0;
    }

    private static long difference(byte[] key, int from, byte[] bytes, int at) {
        return (long) WORD.get(key, from) ^ (long) WORD.get(bytes, at);
    }

    private static boolean matchesEach(byte[] key, byte[] bytes, int at) {
        int i = 0;
        while (i < key.length && key[i] == bytes[at + i]) {
            i++;
        }
        return i == key.length;
    }

    /** Writes a key at a place; returns where it ends. */
    public int copy(int index, byte[] bytes, int at) {
        byte[] key = keys[index];
        int last = key.length - Long.BYTES;
        if (last < 0) {
            System.arraycopy(key, 0, bytes, at, key.length);
        } else {
            copyWord(key, 0, bytes, at);
            copyWord(key, last, bytes, at + last);
        }
        for (int i = Long.BYTES; i < last; i += Long.BYTES) {
            copyWord(key, i, bytes, at + i);
        }
        return at + key.length;
    }

    private static void copyWord(byte[] key, int from, byte[] bytes, int at) {
        WORD.set(bytes, at, (long) WORD.get(key, from));
    }
}
