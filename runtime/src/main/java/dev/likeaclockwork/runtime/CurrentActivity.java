// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The current activity of a thread, of whatever runtime, for libraries that carry contexts from thread to thread and
 * have no place for a scope. Everybody else uses {@link Activity#makeCurrent}.
 */
public final class CurrentActivity {
    private CurrentActivity() {}

    /** The current activity of this thread, if there is one. */
    public static Optional<Activity> get() {
        return Optional.ofNullable(ActivityScope.current());
    }

    /** Makes an activity, or none, the current one of this thread, until {@link #pop}. */
    public static void push(@Nullable Activity activity) {
        ActivityScope.push(activity);
    }

    /** Ends what the last {@link #push} of this thread began. */
    public static void pop() {
        ActivityScope.pop();
    }
}
