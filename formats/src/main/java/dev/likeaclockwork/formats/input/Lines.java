// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.input;

import dev.likeaclockwork.formats.text.JsonLineParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of an input, one after the other, as bytes without line ends of any system.
 *
 * <p>Memory is bounded: a line of more than 16 MiB is passed over and {@link #isTooLong}. The last line of an input
 * that broke is left out if it has no end.
 */
public final class Lines {
    /** Bytes of a line that is read. */
    public static final int LONGEST = JsonLineParser.MAX_LINE_BYTES;

    public static final String TOO_LONG = "this line has more than " + (LONGEST >> 20) + " MiB and was not read";

    private final Input input;
    private final InputStream stream;
    private byte[] buffer = new byte[64 << 10];
    private int start;
    private int end;
    private int next;
    private int filled;
    private int number;
    private boolean tooLong;

    public Lines(Input input) {
        this.input = input;
        this.stream = input.bytes();
        this.number = input.linesBefore();
    }

    /** Goes to the next line; false at the end. */
    public boolean next() {
        start = next;
        tooLong = false;
        int from = start;
        while (true) {
            for (int i = from; i < filled; i++) {
                if (buffer[i] == '\n') {
                    return found(i, i + 1);
                }
            }
            int count = fill();
            if (count < 0) {
                return start < filled && input.failure().isEmpty() && found(filled, filled);
            }
            from = filled - count;
        }
    }

    private boolean found(int lineEnd, int nextLine) {
        next = nextLine;
        number++;
        end = tooLong ? start : lineEnd > start && buffer[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
        return true;
    }

    /** Reads on behind this line, and says how many bytes; -1 at the end of the input. */
    private int fill() {
        if (filled == buffer.length) {
            makeRoom();
        }
        try {
            int count = stream.read(buffer, filled, buffer.length - filled);
            filled += Math.max(count, 0);
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void makeRoom() {
        int length = filled - start;
        if (length > LONGEST) {
            tooLong = true;
            length = 1; // an empty line would not be one
        }
        byte[] larger = 2 * length > buffer.length ? new byte[Math.min(2 * length, LONGEST + 2)] : buffer;
        System.arraycopy(buffer, start, larger, 0, length);
        buffer = larger;
        start = 0;
        filled = length;
    }

    /** The number of this line, from 1. */
    public int number() {
        return number;
    }

    /** Whether this line was longer than what is read. */
    public boolean isTooLong() {
        return tooLong;
    }

    /** The bytes of this line, from {@link #start} to {@link #end}; they change with the next line. */
    public byte[] bytes() {
        return buffer;
    }

    int start() {
        return start;
    }

    public int end() {
        return end;
    }

    /** Where the first byte of this line stands that is no blank; {@link #end} if there is none. */
    public int firstVisible() {
        int i = start;
        while (i < end && (buffer[i] == ' ' || buffer[i] == '\t')) {
            i++;
        }
        return i;
    }

    /** This line as text; what is no UTF-8 is replaced. */
    public String text() {
        return new String(buffer, start, end - start, StandardCharsets.UTF_8);
    }

    /** A copy of the bytes of this line. */
    byte[] copy() {
        return Arrays.copyOfRange(buffer, start, end);
    }
}
