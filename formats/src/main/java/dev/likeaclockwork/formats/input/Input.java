// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.input;

import dev.likeaclockwork.formats.options.Source;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * An opened source: its bytes without compression and byte order mark, and its first text.
 *
 * <p>A stream that breaks, such as a compressed file that was cut, ends where it broke; {@link #failure} says so then.
 */
public final class Input implements Closeable {
    /** Bytes that formats are recognised by. */
    private static final int HEAD = 64 << 10;

    private static final int BUFFER = 64 << 10;
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final InputStream opened;
    private final UntilFailure stream;
    private final byte[] head;
    private final InputStream bytes;
    private final int linesBefore;

    private Input(InputStream opened, InputStream plain, int linesBefore) throws IOException {
        this.opened = opened;
        this.stream = new UntilFailure(plain);
        byte[] first = stream.readNBytes(HEAD);
        int start = startsWith(first, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
        this.head = Arrays.copyOfRange(first, start, first.length);
        this.bytes = new SequenceInputStream(new ByteArrayInputStream(head), stream);
        this.linesBefore = linesBefore;
    }

    /** Opens a source. */
    public static Input open(Source source) throws IOException {
        InputStream opened = source.open();
        try {
            byte[] magic = opened.readNBytes(GZIP.length);
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(magic), opened);
            return new Input(opened, startsWith(magic, GZIP) ? new GZIPInputStream(whole, BUFFER) : whole, 0);
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** A single line of another input, to be read in another format. */
    public static Input line(byte[] bytes, int from, int to, int number) {
        try {
            InputStream stream = new ByteArrayInputStream(bytes, from, to - from);
            return new Input(stream, stream, number - 1);
        } catch (IOException e) {
            throw new IllegalStateException("a stream of bytes in memory broke", e);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    /** The first text. */
    public String head() {
        return new String(head, StandardCharsets.UTF_8);
    }

    /** Whether this is no text. */
    public boolean isBinary() {
        for (byte b : head) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    /** All bytes, once; they end where the source ends or breaks. */
    InputStream bytes() {
        return bytes;
    }

    /** The number of lines that stand before this input in its file. */
    int linesBefore() {
        return linesBefore;
    }

    /** Why the bytes ended before the source did. */
    public Optional<IOException> failure() {
        return Optional.ofNullable(stream.failure);
    }

    @Override
    public void close() throws IOException {
        opened.close();
    }

    /** Ends where it breaks. */
    private static final class UntilFailure extends FilterInputStream {
        private @Nullable IOException failure;

        UntilFailure(InputStream in) {
            super(in);
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (failure != null) {
                return -1;
            }
            try {
                return super.read(buffer, offset, length);
            } catch (IOException e) {
                failure = e;
                return -1;
            }
        }
    }
}
