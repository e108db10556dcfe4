// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springbootstarter;

import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.springweb.ClockworkRestInterceptor;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Adds the interceptor to builders and {@code RestTemplate}s that are beans. Looks the runtime up at the first request,
 * because the runtime itself may depend on a client, for example through a meter registry.
 */
final class RestClientPostProcessor implements BeanPostProcessor {
    /** The names of one class, which Boot 4 moved to another package. */
    private static final Set<String> TEMPLATE_BUILDERS = Set.of(
            "org.springframework.boot.web.client.RestTemplateBuilder",
            "org.springframework.boot.restclient.RestTemplateBuilder");

    private final ClientHttpRequestInterceptor interceptor;

    RestClientPostProcessor(ObjectProvider<Clockwork> clockwork) {
        SingletonSupplier<ClockworkRestInterceptor> made =
                SingletonSupplier.of(() -> ClockworkRestInterceptor.create(clockwork.getObject()));
        this.interceptor = (request, body, execution) -> made.obtain().intercept(request, body, execution);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof RestClient.Builder builder) {
            builder.requestInterceptors(this::addTo);
        } else if (bean instanceof RestTemplate template) {
            addTo(template.getInterceptors());
        } else if (TEMPLATE_BUILDERS.contains(bean.getClass().getName())) {
            return withInterceptor(bean);
        }
        return bean;
    }

    private void addTo(List<ClientHttpRequestInterceptor> interceptors) {
        if (interceptors.stream().noneMatch(i -> i.equals(interceptor) || i instanceof ClockworkRestInterceptor)) {
            interceptors.add(interceptor);
        }
    }

    private Object withInterceptor(Object builder) {
        try {
            return builder.getClass()
                    .getMethod("additionalInterceptors", ClientHttpRequestInterceptor[].class)
                    .invoke(builder, (Object) new ClientHttpRequestInterceptor[] {interceptor});
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("RestTemplateBuilder has no method additionalInterceptors", e);
        }
    }
}
