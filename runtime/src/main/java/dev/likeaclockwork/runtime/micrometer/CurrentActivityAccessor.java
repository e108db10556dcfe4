// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.micrometer;

import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.CurrentActivity;
import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * The accessor through which Micrometer's context propagation carries the current activity between threads, for
 * Reactor, {@code @Async} and others. {@link java.util.ServiceLoader} finds it.
 *
 * <p>Carries the activity itself, not a fork: Reactor moves one sequence of work through many threads.
 */
@SuppressWarnings("exports") // of an optional module
public final class CurrentActivityAccessor implements ThreadLocalAccessor<Activity> {
    /** The key of the current activity in a context. */
    public static final String KEY = "clockwork.activity";

    /** Creates an accessor, for the service loader. */
    public CurrentActivityAccessor() {}

    @Override
    public Object key() {
        return KEY;
    }

    @Override
    public @Nullable Activity getValue() {
        return CurrentActivity.get().orElse(null);
    }

    @Override
    public void setValue(Activity activity) {
        CurrentActivity.push(activity);
    }

    @Override
    public void setValue() {
        CurrentActivity.push(null);
    }

    @Override
    public void restore(Activity previous) {
        CurrentActivity.pop();
    }

    @Override
    public void restore() {
        CurrentActivity.pop();
    }
}
