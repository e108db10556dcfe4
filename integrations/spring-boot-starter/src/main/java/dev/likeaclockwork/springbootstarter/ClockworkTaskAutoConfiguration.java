// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springbootstarter;

import dev.likeaclockwork.runtime.Clockwork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;
import reactor.core.publisher.Hooks;

/**
 * Auto-configuration that carries the current activity into tasks of the application's executors and schedulers,
 * {@code @Async} methods included, and into Reactor's threads unless {@code spring.reactor.context-propagation} is
 * {@code limited}.
 */
@AutoConfiguration(after = ClockworkAutoConfiguration.class)
@ConditionalOnClockwork
public class ClockworkTaskAutoConfiguration {
    /** For Spring. */
    public ClockworkTaskAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    TaskDecorator clockworkTaskDecorator(ObjectProvider<Clockwork> clockwork) {
        return new ActivityTaskDecorator(clockwork, task -> task);
    }

    @Bean
    static TaskDecoratorPostProcessor clockworkTaskDecorators(ObjectProvider<Clockwork> clockwork) {
        return new TaskDecoratorPostProcessor(clockwork);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = {"reactor.core.publisher.Hooks", "io.micrometer.context.ContextSnapshot"})
    @ConditionalOnProperty(name = "spring.reactor.context-propagation", havingValue = "auto", matchIfMissing = true)
    static class Reactor {
        Reactor() {
            Hooks.enableAutomaticContextPropagation();
        }
    }
}
