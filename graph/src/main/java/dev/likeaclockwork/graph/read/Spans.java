// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.read;

import dev.likeaclockwork.graph.EventSink;
import dev.likeaclockwork.graph.LoggedEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The spans of one execution, from all inputs and in any order, and what happened before what among their starts and ends.
 *
 * <p>A span is a node of its own with two events. Who waited for whom depends on both spans, so that none can be handed on
 * before all are there.
 */
final class Spans {
    private final SpanRules rules;
    private final List<Span> spans = new ArrayList<>();
    private final Map<Span.Reference, Span> byReference = new HashMap<>();

    /** The servers' halves of spans that client and server share. */
    private final Map<Span.Reference, Span> shared = new HashMap<>();

    Spans(SpanRules rules) {
        this.rules = rules;
    }

    void add(Span span) {
        spans.add(span);
        (span.isShared ? shared : byReference).putIfAbsent(span.reference(), span);
    }

    /** Hands on the events of all spans, and forgets them. */
    void emit(EventSink sink) {
        Map<Span, List<String>> causesOfStart = new HashMap<>();
        Map<Span, List<String>> causesOfEnd = new HashMap<>();
        Map<Span, List<Span>> children = new HashMap<>();
        for (Span span : spans) {
            for (Span.Reference reference : parents(span)) {
                Span parent = find(reference, span);
                add(causesOfStart, span, parent == null ? startOf(reference) : startOf(parent));
                if (parent != null && rules.waits(parent, span)) {
                    add(causesOfEnd, parent, endOf(span));
                    children.computeIfAbsent(parent, p -> new ArrayList<>()).add(span);
                }
            }
            for (Span.Reference link : span.links) {
                Span linked = find(link, span);
                add(causesOfStart, span, linked == null ? startOf(link) : startOf(linked));
            }
        }
        if (rules.siblingsAreSequential()) {
            children.forEach((parent, siblings) -> SpanSiblings.of(parent, siblings)
                    .forEachPair((before, after) -> add(causesOfStart, after, endOf(before))));
        }
        emit(sink, causesOfStart, causesOfEnd);
    }

    private static <K, V> void add(Map<K, List<V>> lists, K key, V value) {
        lists.computeIfAbsent(key, k -> new ArrayList<>(2)).add(value);
    }

    private void emit(EventSink sink, Map<Span, List<String>> causesOfStart, Map<Span, List<String>> causesOfEnd) {
        Map<String, Integer> times = new HashMap<>();
        spans.forEach(span -> times.merge(shortNode(span), 1, Integer::sum));
        for (Span span : spans) {
            String node = times.get(shortNode(span)) == 1 ? shortNode(span) : longNode(span);
            sink.event(LoggedEvent.builder(span.position, node)
                    .counter(1)
                    .id(startOf(span))
                    .label("start " + span.name)
                    .time(span.start)
                    .access(span.end == null ? span.access : null)
                    .causes(causesOfStart.getOrDefault(span, List.of()))
                    .fields(span.attributes())
                    .build());
            if (span.end != null) {
                sink.event(LoggedEvent.builder(span.position, node)
                        .counter(2)
                        .id(endOf(span))
                        .label("end " + span.name)
                        .time(span.end)
                        .access(span.access)
                        .causes(causesOfEnd.getOrDefault(span, List.of()))
                        .fields(span.attributes())
                        .build());
            }
        }
        spans.clear();
    }

    /** The client's half is the parent of the server's; else what the span itself says. */
    private static List<Span.Reference> parents(Span span) {
        return span.isShared ? List.of(span.reference()) : span.parents;
    }

    /** The span of a reference: of two halves that of the other's own service, else the server's. */
    private @Nullable Span find(Span.Reference reference, Span from) {
        Span whole = byReference.get(reference);
        Span server = from.isShared ? null : shared.get(reference);
        boolean isClients = server == null
                || whole != null && from.service.equals(whole.service) && !from.service.equals(server.service);
        return isClients ? whole : server;
    }

    private static String shortNode(Span span) {
        return span.service + "/" + span.id;
    }

    private static String longNode(Span span) {
        return span.service + "/" + span.trace + "." + span.id + (span.isShared ? ".server" : "");
    }

    private static String startOf(Span span) {
        return id(span) + "#start";
    }

    private static String startOf(Span.Reference missing) {
        return missing.trace() + "/" + missing.id() + "#start";
    }

    private static String endOf(Span span) {
        return id(span) + "#end";
    }

    private static String id(Span span) {
        return span.trace + "/" + span.id + (span.isShared ? "/server" : "");
    }
}
