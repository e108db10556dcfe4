// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a handler says of a conflict. Immutable. */
public final class Resolution {
    private static final Resolution KEEP_BOTH = new Resolution(Action.PROCESS, null);
    private static final Resolution REJECT = new Resolution(Action.DROP, null);
    private static final Resolution LEAVE = new Resolution(Action.QUEUE, null);

    private final Action action;
    private final @Nullable Runnable merge;

    private Resolution(Action action, @Nullable Runnable merge) {
        this.action = action;
        this.merge = merge;
    }

    /** The event is processed like any other, beside what it conflicts with. */
    public static Resolution keepBoth() {
        return KEEP_BOTH;
    }

    /** The event is dropped for good; when it comes again it is a duplicate. */
    public static Resolution reject() {
        return REJECT;
    }

    /** The event stays in the queue. */
    public static Resolution leave() {
        return LEAVE;
    }

    /** The event is processed by another effect than its own, which merges it with what is there. */
    public static Resolution merge(Runnable merge) {
        return new Resolution(Action.PROCESS, Objects.requireNonNull(merge, "merge"));
    }

    Action action() {
        return action;
    }

    /** The effect that takes the place of the event's own. */
    Optional<Runnable> merge() {
        return Optional.ofNullable(merge);
    }
}
