// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springbootstarter;

import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.ClockworkBuilder;
import dev.likeaclockwork.runtime.metrics.RuntimeMetrics;
import dev.likeaclockwork.runtime.sink.InMemorySink;
import dev.likeaclockwork.runtime.sink.RecordSink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * The runtime of the service as the {@code clockwork} settings say, unless there is a bean of one. Sinks and metrics
 * that are beans are its own. Ends with the application, after it has written what waits.
 */
@AutoConfiguration
@ConditionalOnClockwork
@EnableConfigurationProperties(ClockworkProperties.class)
public class ClockworkAutoConfiguration {
    /** For Spring. */
    public ClockworkAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    Clockwork clockwork(
            ClockworkProperties properties,
            Environment environment,
            ObjectProvider<RecordSink> sinks,
            ObjectProvider<RuntimeMetrics> metrics) {
        ClockworkBuilder builder = new RuntimeFactory(properties, environment).builder();
        sinks.orderedStream().forEach(builder::sink);
        metrics.ifAvailable(builder::metrics);
        return builder.build();
    }

    @Bean
    @ConditionalOnMissingBean
    InMemorySink clockworkRecentEvents(ClockworkProperties properties) {
        return RuntimeFactory.recent(properties);
    }
}
