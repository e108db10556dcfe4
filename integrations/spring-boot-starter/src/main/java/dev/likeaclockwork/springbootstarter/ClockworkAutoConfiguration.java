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
 * Auto-configuration of the {@link Clockwork} runtime from the {@code clockwork} properties, unless the application
 * defines one. Uses the beans of type {@link RecordSink} and {@link RuntimeMetrics}. The runtime closes with the
 * application, after it has written the buffered events.
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
        sinks.orderedStream().map(SinkBean::new).forEach(builder::sink);
        metrics.ifAvailable(builder::metrics);
        return builder.build();
    }

    @Bean
    @ConditionalOnMissingBean
    InMemorySink clockworkRecentEvents(ClockworkProperties properties) {
        return RuntimeFactory.recent(properties);
    }
}
