// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springbootstarter;

import dev.likeaclockwork.runtime.metrics.RuntimeMetrics;
import dev.likeaclockwork.runtime.micrometer.MicrometerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Auto-configuration of the runtime's metrics in the application's {@code MeterRegistry}, if there is one. */
@AutoConfiguration(before = ClockworkAutoConfiguration.class)
@ConditionalOnClockwork
@ConditionalOnClass(MeterRegistry.class)
public class ClockworkMetricsAutoConfiguration {
    /** For Spring. */
    public ClockworkMetricsAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    RuntimeMetrics clockworkMetrics(ObjectProvider<MeterRegistry> registries) {
        MeterRegistry registry = registries.getIfUnique();
        return registry == null ? RuntimeMetrics.NONE : MicrometerMetrics.create(registry);
    }
}
