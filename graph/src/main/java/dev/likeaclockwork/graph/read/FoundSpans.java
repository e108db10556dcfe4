// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.read;

import java.util.Locale;

/** Takes the spans of one input when they are complete. */
final class FoundSpans {
    private final SpanRules rules;
    private final boolean keepFields;
    private final Findings findings;

    FoundSpans(ReadOptions options, Findings findings) {
        this.rules = options.spanRules();
        this.keepFields = options.keepFields();
        this.findings = findings;
    }

    /** A span to be completed, of a line. */
    Span begin(int line) {
        return new Span(findings.at(line));
    }

    /** Takes a span that is complete. */
    void add(Span span) {
        if (span.trace.isEmpty() || span.id.isEmpty()) {
            findings.unreadable(
                    span.position.line(), "the span '" + span.name + "' has no id of its own or none of its trace");
            return;
        }
        if (!span.parentId.isEmpty()) {
            span.parents.add(new Span.Reference(span.trace, span.parentId));
        }
        span.process = span.process.isEmpty() ? span.service : span.process;
        span.access = rules.access(span);
        if (!keepFields) {
            span.dropAttributes();
        }
        findings.span(span);
    }

    /** Takes notice of a value that has no spans. */
    void unreadable(int line, String detail) {
        findings.unreadable(line, detail);
    }

    /** An id in hexadecimal digits, which are the same in any case; empty if it is all zeros, which stands for none. */
    static String id(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '0') {
                return text.toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }
}
