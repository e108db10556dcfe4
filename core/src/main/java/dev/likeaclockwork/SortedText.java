// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text form of nodes that nobody saw before, if it is as this library writes it: sorted, and without blanks. What is written
 * otherwise, or wrong, is for {@link TextEntries}, which tells why.
 *
 * <p>For one thread at a time; {@link #read(String, WireLimits)} lends one.
 */
final class SortedText {
    /*
     * Ids are looked at in words of eight characters, whose bytes are checked all at once. A byte is flagged in its highest bit if it
     * cannot be in an id, and perhaps if it stands behind one that is flagged: a borrow may reach it. Only the first flag counts.
     */
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long EQUALS_SIGNS = '=' * ONES;
    private static final long COMMAS = ',' * ONES;
    private static final long DELETES = 0x7F * ONES;
    private static final long FIRST_VISIBLES = '!' * ONES;

    /** Of usual headers. */
    private static final int MAX_CHARS = 2048;

    private static final int MAX_ENTRIES = 128;
    private static final Spare<SortedText> READERS = new Spare<>(SortedText::new);

    /** With room for a word behind the text. */
    private final byte[] bytes = new byte[MAX_CHARS + 1 + Long.BYTES];

    private final char[] chars = new char[MAX_CHARS];
    private final CharsetEncoder encoder = StandardCharsets.ISO_8859_1.newEncoder();
    private final CharBuffer in = CharBuffer.wrap(chars);
    private final ByteBuffer out = ByteBuffer.wrap(bytes);
    private final int[] starts = new int[MAX_ENTRIES];
    private final int[] idEnds = new int[MAX_ENTRIES];
    private final long[] counters = new long[MAX_ENTRIES];

    private SortedText() {}

    /** Null if the text is for the careful reader. */
    static @Nullable VectorTimestamp read(String text, WireLimits limits) {
        if (text.length() > Math.min(MAX_CHARS, limits.maxBytes())) {
            return null;
        }
        SortedText reader = READERS.take();
        int size = reader.scan(text, Math.min(MAX_ENTRIES, limits.maxEntries()));
        VectorTimestamp read = size == 0 ? null : reader.timestamp(text, size);
        READERS.give(reader);
        return read;
    }

    /** How many entries there are; 0 if the text is for the careful reader. */
    private int scan(String text, int maxEntries) {
        int length = text.length();
        if (!encode(text)) {
            return 0;
        }
        bytes[length] = ',';
        int size = 0;
        int at = 0;
        while (at < length) {
            at = size < maxEntries ? scanEntry(size, at) : 0;
            if (at == 0) {
                return 0;
            }
            size++;
        }
        return at > length ? size : 0;
    }

    /** Whether all characters are of ISO 8859-1. Whole arrays are converted at the speed of memory, and into these without allocating. */
    private boolean encode(String text) {
        text.getChars(0, text.length(), chars, 0);
        encoder.reset();
        return !encoder.encode(in.clear().limit(text.length()), out.clear(), true)
                .isError();
    }

    /** Where the next entry begins; 0 if this one is none. */
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
                && (entry == 0 || isAfter(entry - 1, entry));
        return isEntry ? end + 1 : 0;
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

    /** Whether the id of one entry comes before that of the next one. */
    private boolean isAfter(int before, int entry) {
        return Arrays.compare(bytes, starts[before], idEnds[before], bytes, starts[entry], idEnds[entry]) < 0;
    }

    private VectorTimestamp timestamp(String text, int size) {
        String[] ids = new String[size];
        for (int i = 0; i < size; i++) {
            ids[i] = Memberships.id(text, starts[i], idEnds[i]);
        }
        return VectorTimestamp.of(Memberships.intern(ids), Arrays.copyOf(counters, size));
    }
}
