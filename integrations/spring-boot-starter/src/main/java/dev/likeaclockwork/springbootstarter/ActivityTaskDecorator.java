// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springbootstarter;

import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.Clockwork;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.task.TaskDecorator;

/** Runs each task in the activity of its submitter, or in a new activity if the submitter has none. */
final class ActivityTaskDecorator implements TaskDecorator {
    private final ObjectProvider<Clockwork> clockwork;
    private final TaskDecorator next;

    /** Creates a decorator that applies {@code next}, such as the user's decorator, first. */
    ActivityTaskDecorator(ObjectProvider<Clockwork> clockwork, TaskDecorator next) {
        this.clockwork = clockwork;
        this.next = next;
    }

    @Override
    public Runnable decorate(Runnable task) {
        Clockwork runtime = clockwork.getObject();
        Optional<Activity> caller = runtime.current();
        Runnable decorated = next.decorate(task);
        return () -> caller.orElseGet(runtime::startActivity).run(decorated);
    }
}
