// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springbootstarter;

import dev.likeaclockwork.kafka.ClockworkKafka;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.springkafka.ClockworkListenerInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.kafka.config.AbstractKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.util.function.SingletonSupplier;

/**
 * Instruments producer factories and listener container factories that are beans. For producers it looks the runtime up
 * when the first one is created, because a sink of the runtime may itself use a producer.
 */
final class KafkaPostProcessor implements BeanPostProcessor {
    private final SingletonSupplier<ClockworkKafka> kafka;

    KafkaPostProcessor(ObjectProvider<Clockwork> clockwork) {
        this.kafka = SingletonSupplier.of(() -> ClockworkKafka.create(clockwork.getObject()));
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DefaultKafkaProducerFactory<?, ?> factory) {
            instrument(factory);
        } else if (bean instanceof AbstractKafkaListenerContainerFactory<?, ?, ?> factory) {
            ClockworkListenerInterceptor.create(kafka.obtain()).addTo(factory);
        }
        return bean;
    }

    private <K, V> void instrument(DefaultKafkaProducerFactory<K, V> factory) {
        factory.addPostProcessor(producer -> kafka.obtain().wrap(producer));
    }
}
