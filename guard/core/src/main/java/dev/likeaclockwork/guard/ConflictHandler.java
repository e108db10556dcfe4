// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import java.util.Comparator;
import java.util.Objects;
import java.util.function.Consumer;

/** Says what becomes of a conflict. Thread-safe; may be called again for a conflict that it was asked about before. */
@FunctionalInterface
public interface ConflictHandler {
    /** Decides on one conflict. What it throws is passed on, and the conflict stays. */
    Resolution resolve(Conflict conflict);

    /** Processes every event, beside what it conflicts with: right where effects commute. */
    static ConflictHandler keepBoth() {
        return conflict -> Resolution.keepBoth();
    }

    /** Drops every event for good. */
    static ConflictHandler reject() {
        return conflict -> Resolution.reject();
    }

    /** Leaves every event in the queue. */
    static ConflictHandler leave() {
        return conflict -> Resolution.leave();
    }

    /**
     * Processes an event if it is the last writer: if its Lamport time, then its name, is above those of all that it
     * conflicts with (Lamport 1978). Otherwise it is rejected. Every consumer decides alike; one of two concurrent
     * writes is lost.
     */
    static ConflictHandler lastWriter() {
        Comparator<EventStamp> order = Comparator.comparingLong(EventStamp::lamportTime)
                .thenComparing(stamp -> stamp.name().toString());
        return conflict -> conflict.against().stream()
                        .allMatch(other -> order.compare(conflict.event().stamp(), other) > 0)
                ? Resolution.keepBoth()
                : Resolution.reject();
    }

    /** Processes an event by merging it with what is there, in place of its own effect. */
    static ConflictHandler merge(Consumer<? super Conflict> merge) {
        Objects.requireNonNull(merge, "merge");
        return conflict -> Resolution.merge(() -> merge.accept(conflict));
    }
}
