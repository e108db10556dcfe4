// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springbootstarter;

import dev.likeaclockwork.runtime.Clockwork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaTemplate;

/** Auto-configuration of Spring Kafka's producers and listeners whose factories are beans. */
@AutoConfiguration(after = ClockworkAutoConfiguration.class)
@ConditionalOnClockwork
@ConditionalOnClass(KafkaTemplate.class)
public class ClockworkKafkaAutoConfiguration {
    /** For Spring. */
    public ClockworkKafkaAutoConfiguration() {}

    @Bean
    static KafkaPostProcessor clockworkKafkaFactories(ObjectProvider<Clockwork> clockwork) {
        return new KafkaPostProcessor(clockwork);
    }
}
