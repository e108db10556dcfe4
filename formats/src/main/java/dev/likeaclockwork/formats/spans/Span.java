// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.spans;

import dev.likeaclockwork.formats.text.Times;
import dev.likeaclockwork.graph.event.Access;
import dev.likeaclockwork.graph.event.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A span of any format, as it is read member by member; not changed any more once it is among {@link Spans}. */
public final class Span {
    /** Attributes of one span that are looked at, so that memory is bounded; OpenTelemetry keeps 128. */
    static final int MOST_ATTRIBUTES = 1_000;

    /** Who waits for whom depends on it. */
    public enum Kind {
        INTERNAL,
        CLIENT,
        SERVER,
        PRODUCER,
        CONSUMER;

        /** The kind of a name in any case, with or without OTLP's prefix; {@link #INTERNAL} for what is none. */
        public static Kind of(String name) {
            String upper = name.toUpperCase(Locale.ROOT);
            for (Kind kind : values()) {
                if (upper.equals(kind.name()) || upper.equals("SPAN_KIND_" + kind.name())) {
                    return kind;
                }
            }
            return INTERNAL;
        }
    }

    /** Where one span names another. */
    public record Reference(String trace, String id) {}

    public final Position position;
    public String trace = "";
    public String id = "";
    public String service = "";

    /** The process whose clock stamped the span, such as a service's instance; the service if it is not known. */
    public String process = "";

    public String name = "";
    public Kind kind = Kind.INTERNAL;

    /** Whether this is the server's half of a span that client and server share, as in Zipkin. */
    public boolean isShared;

    /** Whether it ended in an error and not with an answer, so that its end may not have waited for anything. */
    public boolean failed;

    @Nullable
    public Instant start;

    @Nullable
    public Instant end;

    @Nullable
    public Access access;

    /** Where it stands in causality, if it says so itself; it is one event then, unless its end has a stamp, too. */
    @Nullable
    public SpanStamp stamp;

    /** Where its end stands in causality, if it says so itself. */
    @Nullable
    public SpanStamp endStamp;

    /** The id of the span within which it was started, in the same trace; empty if there is none. */
    public String parentId = "";

    /** The spans within which it was started. */
    public final List<Reference> parents = new ArrayList<>(1);

    /** Other spans that it follows. */
    public final List<Reference> links = new ArrayList<>(0);

    /** What happened within it and has a vector. */
    private List<SpanEvent> events = new ArrayList<>(0);

    private Map<String, String> attributes = new LinkedHashMap<>();

    public Span(Position position) {
        this.position = position;
    }

    public void attribute(String key, String value) {
        if (attributes.size() < MOST_ATTRIBUTES) {
            attributes.put(key, value);
        }
    }

    @Nullable
    public String attribute(String key) {
        return attributes.get(key);
    }

    /** The attributes; none any more once they are {@link #dropAttributes dropped}. */
    public Map<String, String> attributes() {
        return attributes;
    }

    public void dropAttributes() {
        attributes = Map.of();
    }

    /** Takes what happened within it, if that is an event of its own. */
    public void event(SpanEvent event) {
        if (event.hasVector()) {
            events.add(event);
        }
    }

    /** Hands over the events within it. */
    public List<SpanEvent> takeEvents() {
        List<SpanEvent> taken = events;
        events = List.of();
        return taken;
    }

    /** Sets start and end in microseconds since 1970; with a duration of -1, it did not end or nobody knows when. */
    public void setMicros(long started, long duration) {
        start = Times.ofMicros(started);
        if (start != null) {
            end = duration >= 0 && duration < Times.MOST_MICROS ? start.plusNanos(1_000 * duration) : null;
        }
    }

    Reference reference() {
        return new Reference(trace, id);
    }
}
