// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.input;

import dev.likeaclockwork.formats.text.JsonLineParser;
import dev.likeaclockwork.formats.text.JsonText;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;

/**
 * JSON values one after the other, each on one line or on many, without any of them being held as a whole. Behind a
 * broken value, reading goes on at the next line that begins with an object or an array.
 */
public final class JsonDocuments {
    /** More than a parser reads ahead. */
    private static final int PUSHED_BACK = 64 << 10;

    private final Input input;
    private final PushbackInputStream stream;
    private final InputCollector findings;
    private int linesBefore;

    public JsonDocuments(Input input, InputCollector findings) {
        this.input = input;
        this.stream = new PushbackInputStream(new BufferedInputStream(input.bytes()), PUSHED_BACK);
        this.findings = findings;
        this.linesBefore = input.linesBefore();
    }

    /** What a format does with each value. */
    public interface Reader {
        /** Reads a value, at its first token; at its last one, or still at its first one, afterwards. */
        void read(JsonParser json);
    }

    /** Reads to the end. */
    public void forEach(Reader reader) {
        while (true) {
            Delivered delivered = new Delivered(stream);
            JsonParser json = JsonLineParser.factory()
                    .rebuild()
                    .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                    .build()
                    .createParser(ObjectReadContext.empty(), delivered);
            try {
                while (json.nextToken() != null) {
                    reader.read(json);
                    json.skipChildren();
                }
                return;
            } catch (JacksonException e) {
                if (input.failure().isPresent() || !goOn(json, delivered, JsonText.explain(e))) {
                    return;
                }
            }
        }
    }

    /** The line of the current token. */
    public int line(JsonParser json) {
        return linesBefore + json.currentTokenLocation().getLineNr();
    }

    private boolean goOn(JsonParser json, Delivered delivered, String reason) {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        json.releaseBuffered(rest);
        byte[] unread = rest.toByteArray();
        boolean atLineStart = delivered.endsLine(unread.length);
        linesBefore += delivered.newlines - newlines(unread, 0, unread.length);
        findings.unreadable(linesBefore + (atLineStart ? 0 : 1), reason);
        try {
            stream.unread(unread);
            return skipToValue(atLineStart);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean skipToValue(boolean atLineStart) throws IOException {
        byte[] chunk = new byte[PUSHED_BACK / 2];
        boolean isFirst = atLineStart;
        for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
            for (int i = 0; i < count; i++) {
                if (isFirst && (chunk[i] == '{' || chunk[i] == '[')) {
                    stream.unread(chunk, i, count - i);
                    return true;
                }
                isFirst = chunk[i] == '\n';
                linesBefore += isFirst ? 1 : 0;
            }
        }
        return false;
    }

    private static int newlines(byte[] bytes, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += bytes[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    /** Knows what the parser got last, and how many lines. */
    private static final class Delivered extends FilterInputStream {
        private byte[] last = {};
        private int end;
        private int newlines;

        Delivered(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            last = buffer;
            end = offset + Math.max(count, 0);
            newlines += newlines(buffer, offset, end);
            hideReturns(buffer, offset, end);
            return count;
        }

        /** The parser would count them as ends of lines; tabs are allowed in the same places. */
        private static void hideReturns(byte[] buffer, int from, int to) {
            for (int i = from; i < to; i++) {
                buffer[i] = buffer[i] == '\r' ? (byte) '\t' : buffer[i];
            }
        }

        /** Whether a line ends before the last {@code unread} bytes. */
        boolean endsLine(int unread) {
            int place = end - unread - 1;
            return place >= 0 && last[place] == '\n';
        }
    }
}
