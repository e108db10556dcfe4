// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The current activity of a thread, of any runtime. For libraries that carry contexts between threads and cannot hold a
 * scope; other code uses {@link Clockwork#current} and {@link Activity#makeCurrent}. Here because it shares the
 * thread's stack of scopes with {@link ActivityScope}.
 */
public final class CurrentActivity {
    private CurrentActivity() {}

    /** The current activity of this thread; empty if there is none. */
    public static Optional<Activity> get() {
        return Optional.ofNullable(ActivityScope.current());
    }

    /** Makes an activity, or none, the current one of this thread until {@link #pop}. */
    public static void push(@Nullable Activity activity) {
        ActivityScope.push(activity);
    }

    /** Restores the activity that was current before the last {@link #push} in this thread. */
    public static void pop() {
        ActivityScope.pop();
    }
}
