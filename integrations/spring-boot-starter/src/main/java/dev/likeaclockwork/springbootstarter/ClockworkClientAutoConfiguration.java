// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springbootstarter;

import dev.likeaclockwork.runtime.Clockwork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;

/** Auto-configuration of HTTP client builders and {@code RestTemplate}s that are beans. */
@AutoConfiguration(after = ClockworkAutoConfiguration.class)
@ConditionalOnClockwork
public class ClockworkClientAutoConfiguration {
    /** For Spring. */
    public ClockworkClientAutoConfiguration() {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(RestClient.class)
    static class Rest {
        @Bean
        static RestClientPostProcessor clockworkRestClients(ObjectProvider<Clockwork> clockwork) {
            return new RestClientPostProcessor(clockwork);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(WebClient.class)
    static class Web {
        @Bean
        static WebClientPostProcessor clockworkWebClients(ObjectProvider<Clockwork> clockwork) {
            return new WebClientPostProcessor(clockwork);
        }
    }
}
