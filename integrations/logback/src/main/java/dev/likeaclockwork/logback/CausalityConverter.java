// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.logback;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.likeaclockwork.json.JsonTransport;
import dev.likeaclockwork.runtime.sink.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A converter for patterns that writes a JSON object with the {@code _causality} member, from which the
 * {@code clockwork} command reads the event. Name its conversion word in {@code logback.xml} and put it at the end of
 * the line. Writes nothing for a log call that was not {@linkplain ClockworkAppender#setRecord recorded}.
 */
public final class CausalityConverter extends ClassicConverter {
    /** Logback calls this constructor for each use in a pattern. */
    public CausalityConverter() {}

    @Override
    public String convert(ILoggingEvent event) {
        RecordedEvent recorded = recorded(event);
        return recorded == null ? "" : '{' + member(recorded) + '}';
    }

    static @Nullable RecordedEvent recorded(ILoggingEvent event) {
        return event instanceof CausalityLoggingEvent causal ? causal.recorded() : null;
    }

    static String member(RecordedEvent recorded) {
        return '"' + JsonTransport.MEMBER + "\":" + recorded.causality();
    }
}
