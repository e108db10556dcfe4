// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.text;

import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * One JSON parser for many lines, each of which is one value; not thread-safe.
 *
 * <p>A parser for each line costs as much as parsing it, and a parser over the whole input would take what follows a
 * broken line for its rest. So there is one parser, whose stream ends where the line does, and only a broken line needs
 * another. It knows names of members by their bytes, so that there is one object for each node's name.
 */
public final class JsonLineParser {
    /** The longest line that is read, in bytes. */
    public static final int MAX_LINE_BYTES = 16 << 20;

    private final JsonFactory factory = factory();
    private final Line line = new Line();
    private final Rest rest = new Rest();
    private @Nullable JsonParser parser;

    /**
     * Makes parsers of UTF-8 whose names, new ones with each request, are neither kept for ever nor taken for an
     * attack.
     */
    public static JsonFactory factory() {
        return JsonFactory.builder()
                .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
                .disable(TokenStreamFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(MAX_LINE_BYTES)
                        .build())
                .build();
    }

    /** The parser, before the first token of a line. */
    public JsonParser open(byte[] bytes, int from, int to) {
        line.bytes = bytes;
        line.at = from;
        line.end = to;
        if (parser == null) {
            parser = factory.createParser(ObjectReadContext.empty(), line);
        }
        return parser;
    }

    /**
     * Ends a line after its value.
     *
     * @throws MalformedLineException if something stands behind it, other than blanks and a terminal's colours
     */
    public void finish() throws MalformedLineException {
        rest.isVisible = false;
        rest.isEscape = false;
        if (parser != null) {
            parser.releaseBuffered(rest);
        }
        rest.write(line.bytes, line.at, line.end - line.at);
        line.at = line.end;
        if (rest.isVisible) {
            throw new MalformedLineException("more stands behind the JSON value");
        }
    }

    /** Ends a line where it is broken. */
    public void abandon() {
        if (parser != null) {
            parser.close();
            parser = null;
        }
    }

    /** What is left of the line. */
    private static final class Line extends InputStream {
        private byte[] bytes = {};
        private int at;
        private int end;

        @Override
        public int read() {
            return at < end ? bytes[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int count = Math.min(length, end - at);
            System.arraycopy(bytes, at, buffer, offset, count);
            at += count;
            return count == 0 ? -1 : count;
        }
    }

    /** Looks at what stands behind a value. */
    private static final class Rest extends OutputStream {
        private boolean isVisible;
        private boolean isEscape;

        @Override
        public void write(int b) {
            isEscape |= b == 0x1b;
            isVisible |= b != ' ' && b != '\t' && b != '\r' && !isEscape;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                write(bytes[i]);
            }
        }
    }
}
