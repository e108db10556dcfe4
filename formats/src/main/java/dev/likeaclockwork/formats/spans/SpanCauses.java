// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.spans;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened before the starts and ends of spans, by the ids of these. */
public final class SpanCauses {
    private final SpanRules rules;
    private final Map<Span.Reference, Span> byReference = new HashMap<>();

    /** The servers' halves of spans that client and server share. */
    private final Map<Span.Reference, Span> shared = new HashMap<>();

    private final Map<Span, List<String>> ofStarts = new HashMap<>();
    private final Map<Span, List<String>> ofEnds = new HashMap<>();
    private final Map<Span, SpanSiblings> siblings = new HashMap<>();

    SpanCauses(SpanRules rules, List<Span> spans) {
        this.rules = rules;
        for (Span span : spans) {
            (span.isShared ? shared : byReference).putIfAbsent(span.reference(), span);
        }
        for (Span span : spans) {
            parents(span).forEach(parent -> follow(span, parent));
            span.links.forEach(link -> follow(span, find(link, span), startOf(link, find(link, span))));
        }
        siblings.values().forEach(each -> each.forEachPair((before, after) -> follow(after, before, endOf(before))));
    }

    List<String> ofStart(Span span) {
        return ofStarts.getOrDefault(span, List.of());
    }

    List<String> ofEnd(Span span) {
        return ofEnds.getOrDefault(span, List.of());
    }

    public static String startOf(Span span) {
        if (span.stamp != null && span.stamp.id() != null) {
            return span.stamp.id();
        }
        return isOne(span) ? id(span) : id(span) + "#start";
    }

    static String endOf(Span span) {
        if (isOne(span)) {
            return startOf(span);
        }
        return (span.stamp != null && span.stamp.id() != null ? span.stamp.id() : id(span)) + "#end";
    }

    /** Whether start and end are one event. */
    private static boolean isOne(Span span) {
        return span.stamp != null && span.endStamp == null;
    }

    private static String id(Span span) {
        return span.trace + "/" + span.id + (span.isShared ? "/server" : "");
    }

    /** Of a span that no input has, there is no more than the name of its start. */
    private static String startOf(Span.Reference reference, @Nullable Span found) {
        return found == null ? reference.trace() + "/" + reference.id() + "#start" : startOf(found);
    }

    /** The client's half is the parent of the server's; else what the span itself says. */
    private static List<Span.Reference> parents(Span span) {
        return span.isShared ? List.of(span.reference()) : span.parents;
    }

    private void follow(Span span, Span.Reference reference) {
        Span parent = find(reference, span);
        follow(span, parent, startOf(reference, parent));
        if (parent == null) {
            return;
        }
        boolean waits = rules.waits(parent, span);
        if (waits && (!haveVectors(parent, span) || span.kind == Span.Kind.SERVER)) {
            add(ofEnds, parent, endOf(span));
        }
        if (rules.siblingsAreSequential() && parent.process.equals(span.process)) {
            siblings.computeIfAbsent(parent, p -> new SpanSiblings()).add(span, waits);
        }
    }

    private void follow(Span span, @Nullable Span cause, String id) {
        if (cause == null || !tell(span, cause)) {
            add(ofStarts, span, id);
        }
    }

    /**
     * Vectors tell what happened before; but who received a batch may have the vectors of none, and a header may be
     * lost on its way.
     */
    private static boolean tell(Span span, Span cause) {
        SpanStamp own = span.stamp;
        SpanStamp other = cause.stamp;
        if (own == null || other == null) {
            return false;
        }
        boolean receives = span.kind == Span.Kind.CONSUMER || span.kind == Span.Kind.SERVER;
        return !receives || own.vector().get(other.node()) >= other.vector().get(other.node());
    }

    /** Vectors tell who waited for whom, but for answers, which carry none. */
    private static boolean haveVectors(Span span, Span other) {
        return span.stamp != null && other.stamp != null;
    }

    /** The span of a reference: of two halves that of the other's own service, else the server's. */
    private @Nullable Span find(Span.Reference reference, Span from) {
        Span whole = byReference.get(reference);
        Span server = from.isShared ? null : shared.get(reference);
        boolean isOfClient = whole != null
                && server != null
                && from.service.equals(whole.service)
                && !from.service.equals(server.service);
        return server == null || isOfClient ? whole : server;
    }

    private static void add(Map<Span, List<String>> causes, Span span, String cause) {
        causes.computeIfAbsent(span, s -> new ArrayList<>(2)).add(cause);
    }
}
