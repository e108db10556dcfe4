// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springbootstarter;

import dev.likeaclockwork.runtime.Clockwork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.task.TaskDecorator;

/** Wraps the user's task decorators so that they also carry the activity, because Boot applies one decorator only. */
final class TaskDecoratorPostProcessor implements BeanPostProcessor {
    private final ObjectProvider<Clockwork> clockwork;

    TaskDecoratorPostProcessor(ObjectProvider<Clockwork> clockwork) {
        this.clockwork = clockwork;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof TaskDecorator decorator && !(bean instanceof ActivityTaskDecorator)
                ? new ActivityTaskDecorator(clockwork, decorator)
                : bean;
    }
}
