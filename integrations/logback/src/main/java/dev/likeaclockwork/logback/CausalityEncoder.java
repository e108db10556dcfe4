// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.logback;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import dev.likeaclockwork.runtime.sink.RecordedEvent;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An encoder that adds the {@code _causality} member to the lines of a nested JSON encoder, so that the
 * {@code clockwork} command can read the log. Lines of log calls that were not {@linkplain ClockworkAppender#setRecord
 * recorded}, and lines that are not JSON objects in UTF-8, are unchanged.
 */
public final class CausalityEncoder extends EncoderBase<ILoggingEvent> {
    private @Nullable Encoder<ILoggingEvent> encoder;

    /** An encoder without a nested encoder yet. Logback calls this constructor. */
    public CausalityEncoder() {}

    /** Sets the nested encoder, such as Logback's {@code JsonEncoder}. */
    public void setEncoder(Encoder<ILoggingEvent> encoder) {
        this.encoder = encoder;
    }

    @Override
    public void start() {
        if (encoder == null) {
            addError("CausalityEncoder needs a nested <encoder> that writes JSON");
        } else {
            super.start();
        }
    }

    @Override
    public byte @Nullable [] headerBytes() {
        return encoder == null ? null : encoder.headerBytes();
    }

    @Override
    public byte @Nullable [] footerBytes() {
        return encoder == null ? null : encoder.footerBytes();
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        byte[] line = encoder == null ? new byte[0] : encoder.encode(event);
        RecordedEvent recorded = CausalityConverter.recorded(event);
        return recorded == null ? line : add(CausalityConverter.member(recorded), line);
    }

    private static byte[] add(String member, byte[] line) {
        int end = lastBefore(line, line.length);
        if (end <= 0 || line[end] != '}' || line[first(line)] != '{') {
            return line;
        }
        int last = lastBefore(line, end);
        ByteArrayOutputStream joined = new ByteArrayOutputStream(line.length + member.length() + 1);
        joined.write(line, 0, last + 1);
        joined.writeBytes((line[last] == '{' ? member : ',' + member).getBytes(UTF_8));
        joined.write(line, end, line.length - end);
        return joined.toByteArray();
    }

    /** Returns the index of the last byte before {@code to} that is not blank; -1 if there is none. */
    private static int lastBefore(byte[] line, int to) {
        int last = to - 1;
        while (last >= 0 && line[last] <= ' ' && line[last] >= 0) {
            last--;
        }
        return last;
    }

    private static int first(byte[] line) {
        int first = 0;
        while (line[first] <= ' ' && line[first] >= 0) {
            first++;
        }
        return first;
    }
}
