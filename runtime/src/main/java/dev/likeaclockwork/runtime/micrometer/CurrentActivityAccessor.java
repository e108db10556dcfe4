// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.micrometer;

import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.CurrentActivity;
import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Tells Micrometer's context propagation of the current activity, so that Reactor, {@code @Async} and others carry it
 * from thread to thread. Found by {@link java.util.ServiceLoader}; nobody needs to call it.
 *
 * <p>What is carried is the same activity, not a fork of it: Reactor moves one line of work through many threads.
 */
@SuppressWarnings("exports") // of a module that a service may not have
public final class CurrentActivityAccessor implements ThreadLocalAccessor<Activity> {
    /** The key of the current activity in a context. */
    public static final String KEY = "clockwork.activity";

    /** For the service loader. */
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
