// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springbootstarter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.springkafka.ClockworkListenerInterceptor;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.ProducerPostProcessor;

/**
 * Tests that factories are instrumented; {@code clockwork-spring-kafka} tests the instrumentation with a real broker.
 */
class KafkaFactoriesTest {
    private final List<ProducerRecord<?, ?>> sent = new CopyOnWriteArrayList<>();
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withPropertyValues("clockwork.service=shop", "clockwork.file.enabled=false")
            .withUserConfiguration(Factories.class)
            .withConfiguration(
                    AutoConfigurations.of(ClockworkAutoConfiguration.class, ClockworkKafkaAutoConfiguration.class));

    @Test
    void producers_sendTheCausalityHeader() {
        runner.run(context -> {
            Activity activity = context.getBean(Clockwork.class).startActivity();
            activity.run(() -> send(context.getBean(DefaultKafkaProducerFactory.class)));

            assertThat(sent)
                    .singleElement()
                    .satisfies(message ->
                            assertThat(stamp(message).get(activity.node())).isEqualTo(1));
        });
    }

    @Test
    void listeners_startActivities() {
        runner.run(context -> assertThat(interceptor(context.getBean(ConcurrentKafkaListenerContainerFactory.class)))
                .isInstanceOf(ClockworkListenerInterceptor.class));
    }

    @Test
    void disabledStarter_leavesFactoriesUnchanged() {
        runner.withPropertyValues("clockwork.enabled=false").run(context -> {
            send(context.getBean(DefaultKafkaProducerFactory.class));

            assertThat(sent)
                    .singleElement()
                    .satisfies(message -> assertThat(message.headers()).isEmpty());
            assertThat(interceptor(context.getBean(ConcurrentKafkaListenerContainerFactory.class)))
                    .isNull();
        });
    }

    private void send(DefaultKafkaProducerFactory<?, ?> factory) {
        assertThat(made(factory).send(new ProducerRecord<>("orders", "a"))).isDone();
    }

    /** Applies the post processors of the factory to a producer that keeps its messages. */
    @SuppressWarnings("unchecked")
    private Producer<String, String> made(DefaultKafkaProducerFactory<?, ?> factory) {
        Producer<String, String> producer = (Producer<String, String>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, arguments) -> {
                    sent.add((ProducerRecord<?, ?>) arguments[0]);
                    return CompletableFuture.completedFuture(null);
                });
        for (ProducerPostProcessor<String, String> step :
                ((DefaultKafkaProducerFactory<String, String>) factory).getPostProcessors()) {
            producer = step.apply(producer);
        }
        return producer;
    }

    private static VectorTimestamp stamp(ProducerRecord<?, ?> message) {
        return BinaryTransport.extractVector(
                        name -> message.headers().lastHeader(name).value())
                .orElseThrow();
    }

    /** Reads the field, which has no getter. */
    private static Object interceptor(ConcurrentKafkaListenerContainerFactory<?, ?> factory) {
        return new DirectFieldAccessor(factory).getPropertyValue("recordInterceptor");
    }

    @Configuration
    static class Factories {
        @Bean
        DefaultKafkaProducerFactory<String, String> producers() {
            return new DefaultKafkaProducerFactory<>(Map.of());
        }

        @Bean
        ConcurrentKafkaListenerContainerFactory<String, String> listeners() {
            return new ConcurrentKafkaListenerContainerFactory<>();
        }
    }
}
