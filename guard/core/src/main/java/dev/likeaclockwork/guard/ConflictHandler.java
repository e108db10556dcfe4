// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import dev.likeaclockwork.guard.event.EventStamp;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Consumer;

/** Chooses the resolution of a conflict. Thread-safe. May be called several times for one conflict. */
@FunctionalInterface
public interface ConflictHandler {
    /** Resolves one conflict. Exceptions are propagated, and leave the conflict unresolved. */
    Resolution resolve(Conflict conflict);

    /** Processes every event beside those that it conflicts with. Correct if effects commute. */
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
     * Processes an event if its Lamport time, then its name, is greater than those of all events that it conflicts with
     * (last writer wins, Lamport 1978), and otherwise rejects it. All consumers decide alike. One of two concurrent
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

    /** Processes every event by a merge with the current state, instead of its own effect. */
    static ConflictHandler merge(Consumer<? super Conflict> merge) {
        Objects.requireNonNull(merge, "merge");
        return conflict -> Resolution.merge(() -> merge.accept(conflict));
    }
}
