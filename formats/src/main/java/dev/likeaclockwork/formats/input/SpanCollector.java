// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.input;

import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.formats.spans.Span;
import dev.likeaclockwork.formats.spans.SpanCauses;
import dev.likeaclockwork.formats.spans.SpanEvent;
import dev.likeaclockwork.formats.spans.SpanRules;
import dev.likeaclockwork.formats.spans.SpanStamp;
import dev.likeaclockwork.formats.text.MalformedLineException;
import dev.likeaclockwork.graph.event.Access;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Takes the spans of one input when they are complete. */
public final class SpanCollector {
    /** Who has one has an answer, though it may be one of failure. */
    private static final List<String> STATUS = List.of("http.response.status_code", "http.status_code");

    private final SpanRules rules;
    private final boolean keepFields;
    private final InputCollector findings;
    private final SpanStamps stamps = new SpanStamps();

    public SpanCollector(ReadOptions options, InputCollector findings) {
        this.rules = options.spanRules();
        this.keepFields = options.keepFields();
        this.findings = findings;
    }

    /** A span to be completed, of a line. */
    public Span begin(int line) {
        return new Span(findings.at(line));
    }

    /** Something within a span, to be completed, of a line. */
    public SpanEvent beginEvent(int line) {
        return new SpanEvent(findings.at(line));
    }

    /** Takes a span that is complete. */
    public void add(Span span) {
        takeStamp(span);
        span.takeEvents().forEach(event -> add(event, span));
        if (!isNamed(span)) {
            findings.unreadable(
                    span.position.line(), "the span '" + span.name + "' has no id of its own or none of its trace");
            return;
        }
        if (!span.parentId.isEmpty()) {
            span.parents.add(new Span.Reference(span.trace, span.parentId));
        }
        span.process = span.process.isEmpty() ? span.service : span.process;
        span.failed &= STATUS.stream().noneMatch(span.attributes()::containsKey);
        if (!keepFields) {
            span.dropAttributes();
        }
        findings.span(span);
    }

    private static boolean isNamed(Span span) {
        return !span.trace.isEmpty() && !span.id.isEmpty();
    }

    /** What it says of itself comes before what can be concluded; if that is broken, the span is still one. */
    private void takeStamp(Span span) {
        try {
            span.access = stamps.takeAccess(span.attributes());
            span.stamp = stamps.take(span.attributes());
            if (span.stamp != null && span.end != null) {
                span.endStamp = stamps.takeEnd(span.stamp, span.attributes());
            }
        } catch (MalformedLineException e) {
            unreadable(span.position.line(), e.reason());
        }
        span.access = span.access == null ? rules.access(span) : span.access;
    }

    /** Between an event and its span, if that has a vector, too, the vectors tell. */
    private void add(SpanEvent event, Span span) {
        try {
            Access access = stamps.takeAccess(event.attributes);
            SpanStamp stamp = Objects.requireNonNull(stamps.take(event.attributes), "stamp");
            findings.event(stamp.event(event.position)
                    .label(event.name)
                    .time(event.time)
                    .access(access)
                    .causes(span.stamp == null && isNamed(span) ? List.of(SpanCauses.startOf(span)) : List.of())
                    .fields(keepFields ? event.attributes : Map.of())
                    .build());
        } catch (MalformedLineException e) {
            unreadable(event.position.line(), e.reason());
        }
    }

    /** Takes notice of a value that has no spans. */
    public void unreadable(int line, String detail) {
        findings.unreadable(line, detail);
    }

    /** An id in hexadecimal digits, which are the same in any case; empty if it is all zeros, which stands for none. */
    public static String id(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '0') {
                return text.toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }
}
