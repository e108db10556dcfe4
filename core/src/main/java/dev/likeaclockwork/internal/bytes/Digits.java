// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.bytes;

import dev.likeaclockwork.wire.WireLimits;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Counters as decimal digits in ASCII bytes. */
public final class Digits {
    /*
     * Most counters have at most eight digits, which fit one word. Arithmetic on all bytes of a word at once has no
     * branch for each digit; the processor would often mispredict the last one. Longer counters, and those at the end
     * of an array, are read and written digit by digit.
     *
     * Finding the end: all digits have the bit 0x10, and ',' has not. Other bytes with that bit are found by the
     * check of the digits, which runs in parallel. The check: '0' to '9' differ from '0' by 0 to 9, and all other
     * bytes by more, so adding 118 sets the high bit unless it is set already. Reading: the digits move to the upper
     * end of the word, with zeros before them; then tens are added to units, hundreds to tens, and so on, pairwise.
     * Writing is the reverse: a number is split into four and four digits, two and two, one and one; each division by
     * a constant is one multiplication and one shift for all parts of the word.
     */
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Of 2<sup>53</sup>-1, the largest counter that travels. */
    public static final int MAX_COUNT = 16;

    private static final int IN_A_WORD = Long.BYTES;
    private static final long WORD_BOUND = 100_000_000;
    private static final long ZEROS = 0x3030303030303030L;
    private static final long ABOVE_NINE = 0x7676767676767676L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long DIGIT_BITS = 0x1010101010101010L;

    /** The most bytes that an entry takes besides its id: two signs, and a counter in whole words. */
    public static final int ENTRY_BESIDES_ID = 2 + 2 * Long.BYTES;

    private Digits() {}

    /**
     * The place of the first byte from {@code from} on that cannot continue a number that {@link #parse} would take.
     */
    public static int end(byte[] bytes, int from) {
        if (from + IN_A_WORD <= bytes.length) {
            long others = ~(long) WORD.get(bytes, from) & DIGIT_BITS;
            if (others != 0) {
                return from + (Long.numberOfTrailingZeros(others) >>> 3);
            }
        }
        int end = from;
        while (end < bytes.length && isDigit(bytes[end])) {
            end++;
        }
        return end;
    }

    /** The number that a range of bytes spells; negative if it is empty, has another byte, or cannot travel. */
    public static long parse(byte[] bytes, int from, int to) {
        int count = to - from;
        if (count == 1) {
            return isDigit(bytes[from]) ? bytes[from] - '0' : -1;
        }
        if (count > 0 && count <= IN_A_WORD && from + IN_A_WORD <= bytes.length) {
            long values = ((long) WORD.get(bytes, from) ^ ZEROS) << (Byte.SIZE * (IN_A_WORD - count));
            return ((values | (values + ABOVE_NINE)) & HIGH_BITS) == 0 ? number(values) : -1;
        }
        return count > 0 && count <= MAX_COUNT ? parseEach(bytes, from, to) : -1;
    }

    private static long parseEach(byte[] bytes, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            if (!isDigit(bytes[i])) {
                return -1;
            }
            number = number * 10 + bytes[i] - '0';
        }
        return number <= WireLimits.MAX_COUNTER ? number : -1;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** The number whose digits are the values of a word's bytes. */
    private static long number(long ones) {
        long tens = (ones * 10 + (ones >>> 8)) & 0x00FF00FF00FF00FFL;
        long hundreds = (tens * 100 + (tens >>> 16)) & 0x0000FFFF0000FFFFL;
        return (hundreds * 10_000 + (hundreds >>> 32)) & 0xFFFFFFFFL;
    }

    /** Writes a number, and up to seven other bytes behind it; returns where it ends. */
    public static int append(long number, byte[] bytes, int at) {
        if (number < 10) {
            bytes[at] = (byte) ('0' + number);
            return at + 1;
        }
        if (number >= WORD_BOUND) {
            int end = at + count(number);
            writeEach(number, bytes, at, end);
            return end;
        }
        long word = digits((int) number);
        int unused = unused(word);
        WORD.set(bytes, at, (word | ZEROS) >>> (Byte.SIZE * unused));
        return at + IN_A_WORD - unused;
    }

    /** Writes a number over another one; returns false, and writes nothing, if it has not as many digits. */
    public static boolean replace(long number, byte[] bytes, int from, int to) {
        if (number >= WORD_BOUND || from < IN_A_WORD) {
            boolean fits = count(number) == to - from;
            writeEach(number, bytes, from, fits ? to : from);
            return fits;
        }
        long word = digits((int) number);
        int unused = unused(word);
        if (IN_A_WORD - unused != to - from) {
            return false;
        }
        long kept = (1L << (Byte.SIZE * unused)) - 1;
        long before = (long) WORD.get(bytes, to - IN_A_WORD);
        WORD.set(bytes, to - IN_A_WORD, (before & kept) | ((word | ZEROS) & ~kept));
        return true;
    }

    /** The eight digits of a number below 10<sup>8</sup>, the first one in the lowest byte. */
    private static long digits(int number) {
        long fours = (number / 10_000) | ((long) (number % 10_000) << 32);
        long hundreds = ((fours * 5243) >>> 19) & 0x0000007F0000007FL;
        long twos = hundreds | ((fours - 100 * hundreds) << 16);
        long tens = ((twos * 103) >>> 10) & 0x000F000F000F000FL;
        return tens | ((twos - 10 * tens) << 8);
    }

    /** How many zeros stand before a number of eight digits; 7 for 0 itself. */
    private static int unused(long digits) {
        return Long.numberOfTrailingZeros(digits | (1L << (Long.SIZE - Byte.SIZE))) >>> 3;
    }

    /** How many digits a number has, up to {@link #MAX_COUNT}. */
    public static int count(long number) {
        int count = 1;
        for (long bound = 10; count < MAX_COUNT && number >= bound; bound *= 10) {
            count++;
        }
        return count;
    }

    private static void writeEach(long number, byte[] bytes, int from, int to) {
        long rest = number;
        for (int i = to - 1; i >= from; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
