// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.fast;

import dev.likeaclockwork.internal.bytes.Digits;
import dev.likeaclockwork.internal.vector.NodeId;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds the entries of a header that is written as this library writes it, eight characters at a time. For one thread
 * at a time.
 */
public final class TextScanner {
    /*
     * Ids are scanned in words of eight characters, all bytes of a word at once. A byte that cannot be in an id gets
     * a flag in its highest bit. The byte behind it may get a false flag, because the subtraction borrows from it; so
     * only the first flag of a word counts.
     */
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long EQUALS_SIGNS = '=' * ONES;
    private static final long COMMAS = ',' * ONES;
    private static final long DELETES = 0x7F * ONES;
    private static final long FIRST_VISIBLES = '!' * ONES;

    /** Of usual headers. */
    public static final int MAX_CHARS = 2048;

    public static final int MAX_ENTRIES = 128;

    /** The header, a comma, and room for a word. */
    public final byte[] bytes = new byte[MAX_CHARS + 1 + Long.BYTES];

    /** Where the ids of entries begin. */
    public final int[] starts = new int[MAX_ENTRIES + 1];

    /** Where the ids of entries end. */
    public final int[] idEnds = new int[MAX_ENTRIES + 1];

    public final long[] counters = new long[MAX_ENTRIES + 1];

    private final char[] chars = new char[MAX_CHARS];
    private final CharsetEncoder encoder = StandardCharsets.ISO_8859_1.newEncoder();
    private final CharBuffer in = CharBuffer.wrap(chars);
    private final ByteBuffer out = ByteBuffer.wrap(bytes);

    /**
     * Takes a header in, with a comma behind it; whether all its characters are of ISO 8859-1. Whole arrays are
     * converted at the speed of memory, and into these without allocating.
     */
    public boolean load(String text) {
        int length = text.length();
        text.getChars(0, length, chars, 0);
        encoder.reset();
        boolean loaded =
                !encoder.encode(in.clear().limit(length), out.clear(), true).isError();
        bytes[length] = ',';
        return loaded;
    }

    /**
     * Finds the entries of the header that was loaded.
     *
     * @param end one past the comma behind the header
     * @return the number of entries; negative if one is malformed or out of order, or if there are too many
     */
    int scan(int end, int maxEntries) {
        int size = 0;
        int at = 0;
        while (at < end) {
            at = size < maxEntries ? scanEntry(size, at) : 0;
            if (at == 0) {
                return -1;
            }
            size++;
        }
        return size;
    }

    /**
     * Looks at the entry that begins at a place; where the next one begins, or 0 if this one is none, or not behind the
     * one before.
     */
    private int scanEntry(int entry, int start) {
        int idEnd = idEnd(start);
        int end = bytes[idEnd + 2] == ',' ? idEnd + 2 : Digits.end(bytes, idEnd + 1);
        long counter = Digits.parse(bytes, idEnd + 1, end);
        starts[entry] = start;
        idEnds[entry] = idEnd;
        counters[entry] = counter;
        boolean isEntry = idEnd > start
                && idEnd - start <= NodeId.MAX_LENGTH
                && bytes[idEnd] == '='
                && counter >= 0
                && bytes[end] == ','
                && (bytes[idEnd + 1] != '0' || end == idEnd + 2)
                && isInOrder(entry);
        return isEntry ? end + 1 : 0;
    }

    /** Whether the id of an entry comes after that of the one before. */
    public boolean isInOrder(int entry) {
        return entry == 0
                || Arrays.compare(bytes, starts[entry - 1], idEnds[entry - 1], bytes, starts[entry], idEnds[entry]) < 0;
    }

    /** The id of an entry of {@code text}, which was taken in. */
    public String id(String text, int entry) {
        return text.substring(starts[entry], idEnds[entry]);
    }

    /** Where the first character that no id has stands; there is one behind the text. */
    private int idEnd(int start) {
        int at = start;
        long flags = flags(at);
        while (flags == 0) {
            at += Long.BYTES;
            flags = flags(at);
        }
        return at + (Long.numberOfTrailingZeros(flags) >>> 3);
    }

    private long flags(int at) {
        long word = (long) WORD.get(bytes, at);
        long flags =
                (word - FIRST_VISIBLES) | zeros(word ^ EQUALS_SIGNS) | zeros(word ^ COMMAS) | zeros(word ^ DELETES);
        return flags & HIGH_BITS;
    }

    /** Flags bytes of 0, and those above ASCII but for one, which is another one for each sign. */
    private static long zeros(long word) {
        return word - ONES;
    }
}
