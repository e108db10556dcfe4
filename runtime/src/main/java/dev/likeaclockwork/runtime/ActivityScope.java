// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A scope in which an activity is the current one of a thread. Closing the scope restores the activity that was current
 * before.
 *
 * <pre>{@code
 * try (ActivityScope scope = activity.makeCurrent()) {
 *     ...
 * }
 * }</pre>
 *
 * <p>The thread that opened a scope must close it, in the reverse order of opening. A violation is counted and logged
 * as a warning. Closing in another thread has no effect. Closing while later scopes are open closes these too, so that
 * no activity leaks into the thread's next task. Closing twice has no effect.
 */
public final class ActivityScope implements AutoCloseable {
    private static final ThreadLocal<@Nullable ActivityScope> TOP = new ThreadLocal<>();

    private final @Nullable Activity activity;
    private final @Nullable ActivityScope previous;
    private final boolean pushed;
    private final Thread thread = Thread.currentThread();
    private boolean closed;

    private ActivityScope(@Nullable Activity activity, @Nullable ActivityScope previous, boolean pushed) {
        this.activity = activity;
        this.previous = previous;
        this.pushed = pushed;
    }

    /** Makes an activity the current one of this thread. */
    static ActivityScope open(Activity activity) {
        ActivityScope scope = new ActivityScope(activity, TOP.get(), false);
        TOP.set(scope);
        return scope;
    }

    /** Makes an activity, or none, the current one of this thread until {@link #pop}. */
    static void push(@Nullable Activity activity) {
        TOP.set(new ActivityScope(activity, TOP.get(), true));
    }

    /** Closes the innermost pushed scope of this thread. */
    static void pop() {
        ActivityScope scope = TOP.get();
        while (scope != null && !scope.pushed) {
            scope = scope.previous;
        }
        if (scope != null) {
            scope.close();
        }
    }

    /** The current activity of this thread; null if there is none. */
    static @Nullable Activity current() {
        ActivityScope top = TOP.get();
        return top == null ? null : top.activity;
    }

    /** Closes the scope; see the class description for the required order. */
    @Override
    public void close() {
        if (Thread.currentThread() != thread) {
            report("closed by thread " + Thread.currentThread().getName() + ", but opened by " + thread.getName());
        } else if (!closed) {
            if (TOP.get() != this) {
                report("closed while scopes that were opened later are still open");
            }
            closeUpToThis();
        }
    }

    private void closeUpToThis() {
        ActivityScope scope = TOP.get();
        while (scope != null && scope != this) {
            scope.closed = true;
            scope = scope.previous;
        }
        closed = true;
        TOP.set(previous);
    }

    private void report(String message) {
        if (activity != null) {
            activity.scopeMisused(message);
        }
    }
}
