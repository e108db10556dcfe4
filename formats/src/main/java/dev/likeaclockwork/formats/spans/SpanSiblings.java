// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.spans;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The children of one span in its own process. Where a process does one thing after the other, a child comes after
 * those that were waited for and had ended before it started.
 */
final class SpanSiblings {
    private final List<Timed> children = new ArrayList<>();
    private final List<Timed> waitedFor = new ArrayList<>();

    private record Timed(Span span, Instant start, Instant end) {}

    void add(Span child, boolean isWaitedFor) {
        if (child.start != null) {
            children.add(new Timed(child, child.start, child.start));
            if (isWaitedFor && child.end != null && !child.end.isBefore(child.start)) {
                waitedFor.add(new Timed(child, child.start, child.end));
            }
        }
    }

    /** Calls the action with each pair that follow each other directly; those in between tell the rest. */
    void forEachPair(BiConsumer<Span, Span> action) {
        children.sort(Comparator.comparing(Timed::start));
        waitedFor.sort(Comparator.comparing(Timed::end));
        Instant latestStart = Instant.MIN;
        int first = 0;
        int ended = 0;
        for (Timed after : children) {
            for (; ended < waitedFor.size() && waitedFor.get(ended).end.isBefore(after.start); ended++) {
                Instant start = waitedFor.get(ended).start;
                latestStart = start.isAfter(latestStart) ? start : latestStart;
            }
            while (first < ended && waitedFor.get(first).end.isBefore(latestStart)) {
                first++;
            }
            for (int i = first; i < ended; i++) {
                action.accept(waitedFor.get(i).span, after.span);
            }
        }
    }
}
