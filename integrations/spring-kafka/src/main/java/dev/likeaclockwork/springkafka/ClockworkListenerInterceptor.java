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
 * batch. The activity of a batch joins the vectors of all its messages.
 *
 * <pre>{@code
 * ClockworkKafka kafka = ClockworkKafka.create(clockwork);
 * producerFactory.addPostProcessor(kafka::wrap);
 * ClockworkListenerInterceptor.create(kafka).addTo(listenerContainerFactory);
 * }</pre>
 *
 * <p>The activity is current in the listener and, after a failure, in the error handler, so that dead letters carry its
 * vector. A redelivered message starts another activity. One interceptor serves any number of containers. Thread-safe.
 */
public final class ClockworkListenerInterceptor<K, V> implements RecordInterceptor<K, V>, BatchInterceptor<K, V> {
    /** The message or batch that the thread of a container is handling. */
    private static final ThreadLocal<@Nullable Handling> HANDLING = new ThreadLocal<>();

    private final ClockworkKafka kafka;

    private ClockworkListenerInterceptor(ClockworkKafka kafka) {
        this.kafka = kafka;
    }

    /** Creates an interceptor that records receipts through {@code kafka}. */
    public static <K, V> ClockworkListenerInterceptor<K, V> create(ClockworkKafka kafka) {
        return new ClockworkListenerInterceptor<>(Objects.requireNonNull(kafka, "kafka"));
    }

    /**
     * Adds this interceptor to all containers that a factory creates from now on, before the interceptors that the
     * factory already has. An interceptor that is set on the factory later replaces it.
     *
     * <p>The types of key and value do not matter, because this interceptor reads headers only.
     */
    @SuppressWarnings("unchecked")
    public <A, B> void addTo(AbstractKafkaListenerContainerFactory<?, A, B> factory) {
        ClockworkListenerInterceptor<A, B> added = (ClockworkListenerInterceptor<A, B>) this;
        // Spring Kafka 3 has no getters for them
        PropertyAccessor fields = new DirectFieldAccessor(factory);
        RecordInterceptor<A, B> others = (RecordInterceptor<A, B>) fields.getPropertyValue("recordInterceptor");
        factory.setRecordInterceptor(others == null ? added : new CompositeRecordInterceptor<>(added, others));
        BatchInterceptor<A, B> ofBatches = (BatchInterceptor<A, B>) fields.getPropertyValue("batchInterceptor");
        factory.setBatchInterceptor(ofBatches == null ? added : new CompositeBatchInterceptor<>(added, ofBatches));
    }

    @Override
    public ConsumerRecord<K, V> intercept(ConsumerRecord<K, V> message, Consumer<K, V> consumer) {
        begin(kafka.receive(message));
        return message;
    }

    /** Also called, without {@code intercept}, for a message that could not be deserialized. */
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

    /** Called at the end of each poll of the container, even after an error. */
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
