// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springbootstarter;

import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.springweb.ClockworkWebClientFilter;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;

/** Adds the filter to {@code WebClient.Builder} beans. Looks the runtime up at the first request. */
final class WebClientPostProcessor implements BeanPostProcessor {
    private final ExchangeFilterFunction filter;

    WebClientPostProcessor(ObjectProvider<Clockwork> clockwork) {
        SingletonSupplier<ClockworkWebClientFilter> made =
                SingletonSupplier.of(() -> ClockworkWebClientFilter.create(clockwork.getObject()));
        this.filter = (request, next) -> made.obtain().filter(request, next);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof WebClient.Builder builder) {
            builder.filters(this::addTo);
        }
        return bean;
    }

    private void addTo(List<ExchangeFilterFunction> filters) {
        if (filters.stream().noneMatch(f -> f.equals(filter) || f instanceof ClockworkWebClientFilter)) {
            filters.add(filter);
        }
    }
}
