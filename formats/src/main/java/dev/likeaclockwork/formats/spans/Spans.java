// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.spans;

import dev.likeaclockwork.graph.event.Access;
import dev.likeaclockwork.graph.event.EventSink;
import dev.likeaclockwork.graph.event.LoggedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The spans of one execution, from all inputs and in any order.
 *
 * <p>A span is a node of its own with two events, its start and its end; one that has vectors is an event, or two, of
 * the nodes that it names. Who waited for whom depends on both spans, so that none can be handed on before all are
 * there.
 */
public final class Spans {
    private final SpanRules rules;
    private final List<Span> spans = new ArrayList<>();

    public Spans(SpanRules rules) {
        this.rules = rules;
    }

    public void add(Span span) {
        spans.add(span);
    }

    /** Hands on the events of all spans, and forgets them. */
    public void emit(EventSink sink) {
        SpanCauses causes = new SpanCauses(rules, spans);
        Map<String, Integer> uses = new HashMap<>();
        spans.forEach(span -> uses.merge(shortNode(span), 1, Integer::sum));
        for (Span span : spans) {
            if (span.stamp != null) {
                emit(span, span.stamp, causes, sink);
                continue;
            }
            String node = uses.getOrDefault(shortNode(span), 1) == 1 ? shortNode(span) : longNode(span);
            Access ofStart = span.end == null ? span.access : null;
            sink.event(event(span, node, "start ", span.start, ofStart)
                    .counter(1)
                    .id(SpanCauses.startOf(span))
                    .causes(causes.ofStart(span))
                    .build());
            if (span.end != null) {
                sink.event(event(span, node, "end ", span.end, span.access)
                        .counter(2)
                        .id(SpanCauses.endOf(span))
                        .causes(causes.ofEnd(span))
                        .build());
            }
        }
        spans.clear();
    }

    /** What its vectors count: one event, or two if its end has a vector, too. */
    private static void emit(Span span, SpanStamp stamp, SpanCauses causes, EventSink sink) {
        SpanStamp end = span.endStamp;
        sink.event(stamp.event(span.position)
                .id(SpanCauses.startOf(span))
                .label(end == null ? span.name : "start " + span.name)
                .time(span.start)
                .access(end == null ? span.access : null)
                .causes(causes.ofStart(span))
                .fields(span.attributes())
                .build());
        if (end != null) {
            sink.event(end.event(span.position)
                    .id(SpanCauses.endOf(span))
                    .label("end " + span.name)
                    .time(span.end)
                    .access(span.access)
                    .causes(causes.ofEnd(span))
                    .fields(span.attributes())
                    .build());
        }
    }

    private static LoggedEvent.Builder event(
            Span span, String node, String what, @Nullable Instant time, @Nullable Access access) {
        return LoggedEvent.builder(span.position, node)
                .label(what + span.name)
                .time(time)
                .access(access)
                .fields(span.attributes());
    }

    private static String shortNode(Span span) {
        return span.service + "/" + span.id;
    }

    /** Ids of spans need to differ only within a trace. */
    private static String longNode(Span span) {
        return span.service + "/" + span.trace + "." + span.id + (span.isShared ? ".server" : "");
    }
}
