// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springkafka;

import dev.likeaclockwork.kafka.ClockworkKafka;
import dev.likeaclockwork.runtime.ActivityScope;
import dev.likeaclockwork.runtime.integration.Inbound;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.PropertyAccessor;
import org.springframework.kafka.config.AbstractKafkaListenerContainerFactory;
import org.springframework.kafka.listener.BatchInterceptor;
import org.springframework.kafka.listener.CompositeBatchInterceptor;
import org.springframework.kafka.listener.CompositeRecordInterceptor;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.kafka.listener.RecordInterceptor;

/**
 * An interceptor of listener containers that starts an activity for each message or, for batch listeners, for each
 * batch, which joins the stamps of all its messages.
 *
 * <pre>{@code
 * ClockworkKafka kafka = ClockworkKafka.of(clockwork);
 * producerFactory.addPostProcessor(kafka::wrap);
 * ClockworkListenerInterceptor.addTo(listenerContainerFactory, kafka);
 * }</pre>
 *
 * <p>The activity is current in the listener and, after a failure, in the error handler, so that dead letters carry it;
 * then no more, whatever happened. A redelivered message is another activity. One interceptor serves any number of
 * containers. Thread-safe.
 */
public final class ClockworkListenerInterceptor<K, V> implements RecordInterceptor<K, V>, BatchInterceptor<K, V> {
    /** What the thread of a container handles at the moment. */
    private static final ThreadLocal<@Nullable Handling> HANDLING = new ThreadLocal<>();

    private final ClockworkKafka kafka;

    /**
     * Adds an interceptor to all containers that a factory makes from now on, before the interceptors that the factory
     * has already. What is set later replaces it.
     */
    @SuppressWarnings("unchecked")
    public static <K, V> void addTo(AbstractKafkaListenerContainerFactory<?, K, V> factory, ClockworkKafka kafka) {
        ClockworkListenerInterceptor<K, V> added = new ClockworkListenerInterceptor<>(kafka);
        // there are no getters before Spring Kafka 4
        PropertyAccessor fields = new DirectFieldAccessor(factory);
        RecordInterceptor<K, V> others = (RecordInterceptor<K, V>) fields.getPropertyValue("recordInterceptor");
        factory.setRecordInterceptor(others == null ? added : new CompositeRecordInterceptor<>(added, others));
        BatchInterceptor<K, V> ofBatches = (BatchInterceptor<K, V>) fields.getPropertyValue("batchInterceptor");
        factory.setBatchInterceptor(ofBatches == null ? added : new CompositeBatchInterceptor<>(added, ofBatches));
    }

    /** Makes an interceptor that records receipts as {@code kafka} does. */
    public ClockworkListenerInterceptor(ClockworkKafka kafka) {
        this.kafka = Objects.requireNonNull(kafka, "kafka");
    }

    @Override
    public ConsumerRecord<K, V> intercept(ConsumerRecord<K, V> message, Consumer<K, V> consumer) {
        begin(kafka.receive(message));
        return message;
    }

    /** A message that could not be read is not intercepted, but fails. */
    @Override
    public void failure(ConsumerRecord<K, V> message, Exception failure, Consumer<K, V> consumer) {
        if (HANDLING.get() == null) {
            begin(kafka.receive(message));
        }
        fail(failure);
    }

    @Override
    public void afterRecord(ConsumerRecord<K, V> message, Consumer<K, V> consumer) {
        end();
    }

    @Override
    public ConsumerRecords<K, V> intercept(ConsumerRecords<K, V> batch, Consumer<K, V> consumer) {
        begin(kafka.receive(batch));
        return batch;
    }

    @Override
    public void success(ConsumerRecords<K, V> batch, Consumer<K, V> consumer) {
        end();
    }

    @Override
    public void failure(ConsumerRecords<K, V> batch, Exception failure, Consumer<K, V> consumer) {
        fail(failure);
    }

    /** Comes at the end of each round of the container, whatever happened in it. */
    @Override
    public void clearThreadState(Consumer<?, ?> consumer) {
        end();
    }

    private void begin(Inbound inbound) {
        end();
        HANDLING.set(new Handling(inbound, inbound.makeCurrent()));
    }

    private void fail(Exception failure) {
        Handling current = HANDLING.get();
        if (current != null) {
            Throwable cause = failure instanceof ListenerExecutionFailedException ? failure.getCause() : null;
            current.inbound().fail(cause == null ? failure : cause);
        }
    }

    private void end() {
        Handling current = HANDLING.get();
        if (current != null) {
            HANDLING.remove();
            current.scope().close();
        }
    }

    private record Handling(Inbound inbound, ActivityScope scope) {}
}
