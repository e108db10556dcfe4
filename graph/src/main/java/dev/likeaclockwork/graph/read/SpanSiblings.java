// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.read;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Children of one span that were waited for, and of which one comes after another if it started when that had ended. */
final class SpanSiblings {
    private final List<Timed> byStart;
    private final List<Timed> byEnd;

    private record Timed(Span span, Instant start, Instant end) {}

    private SpanSiblings(List<Timed> siblings) {
        this.byStart =
                siblings.stream().sorted(Comparator.comparing(Timed::start)).toList();
        this.byEnd = siblings.stream().sorted(Comparator.comparing(Timed::end)).toList();
    }

    /** Those children that the parent's own process stamped. */
    static SpanSiblings of(Span parent, List<Span> children) {
        return new SpanSiblings(children.stream()
                .filter(child -> child.process.equals(parent.process))
                .flatMap(child -> child.start == null || child.end == null || child.end.isBefore(child.start)
                        ? Stream.empty()
                        : Stream.of(new Timed(child, child.start, child.end)))
                .toList());
    }

    /** Calls the action with each pair that follow each other directly; those in between tell the rest. */
    void forEachPair(BiConsumer<Span, Span> action) {
        int ended = 0;
        int first = 0;
        @Nullable Instant latestStart = null;
        for (Timed after : byStart) {
            for (; ended < byEnd.size() && !byEnd.get(ended).end.isAfter(after.start); ended++) {
                Instant start = byEnd.get(ended).start;
                latestStart = latestStart == null || start.isAfter(latestStart) ? start : latestStart;
            }
            while (latestStart != null && first < ended && !byEnd.get(first).end.isAfter(latestStart)) {
                first++;
            }
            for (int i = first; i < ended; i++) {
                if (byEnd.get(i).span != after.span) {
                    action.accept(byEnd.get(i).span, after.span);
                }
            }
        }
    }
}
