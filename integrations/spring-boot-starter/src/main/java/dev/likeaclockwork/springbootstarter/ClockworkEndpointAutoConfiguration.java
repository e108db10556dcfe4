// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springbootstarter;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.sink.InMemorySink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Auto-configuration of the actuator endpoint {@code clockwork}, which reports races if {@code clockwork-graph} is on
 * the class path.
 */
@AutoConfiguration(after = ClockworkAutoConfiguration.class)
@ConditionalOnClockwork
@ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
@ConditionalOnAvailableEndpoint(endpoint = ClockworkEndpoint.class)
public class ClockworkEndpointAutoConfiguration {
    /** For Spring. */
    public ClockworkEndpointAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    ClockworkEndpoint clockworkEndpoint(
            Clockwork clockwork, InMemorySink clockworkRecentEvents, ObjectProvider<RaceFinder> races) {
        return new ClockworkEndpoint(clockwork, clockworkRecentEvents, races.getIfAvailable());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(CausalGraph.class)
    static class Graph {
        @Bean
        RaceFinder clockworkRecentRaces() {
            return new RaceFinder();
        }
    }
}
