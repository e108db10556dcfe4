// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.kafka;

import dev.likeaclockwork.runtime.ActivityScope;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.integration.Inbound;
import dev.likeaclockwork.runtime.integration.InboundHandler;
import dev.likeaclockwork.runtime.integration.OutboundHandler;
import dev.likeaclockwork.runtime.propagation.CarrierGetter;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;

/**
 * Instrumentation of Kafka's producers and consumers: records each message that is sent or received, and writes and
 * reads the header {@code causality-vc}.
 *
 * <pre>{@code
 * ClockworkKafka kafka = ClockworkKafka.create(clockwork);
 * Producer<String, String> producer = kafka.wrap(new KafkaProducer<>(config));
 * kafka.handleEach(consumer.poll(timeout), message -> reserve(message.value()));
 * }</pre>
 *
 * <p>The receipt of a message is recorded when its handler begins, and its activity is current until the handler
 * returns or throws; an exception is recorded and rethrown. Does not interfere with commits or transactions.
 * Thread-safe; a wrapped producer is as thread-safe as the original.
 */
public final class ClockworkKafka {
    private final OutboundHandler producer;
    private final InboundHandler consumer;

    private ClockworkKafka(OutboundHandler producer, InboundHandler consumer) {
        this.producer = producer;
        this.consumer = consumer;
    }

    /** Creates an instrumentation with the edge policy of {@code clockwork}. */
    public static ClockworkKafka create(Clockwork clockwork) {
        return new ClockworkKafka(OutboundHandler.producer(clockwork), InboundHandler.consumer(clockwork));
    }

    /**
     * Creates an instrumentation with an edge policy of its own for what is consumed, for example for topics that
     * untrusted services write to: {@code create(clockwork, InboundHandler.consumer(clockwork, EdgePolicy.DROP))}.
     */
    public static ClockworkKafka create(Clockwork clockwork, InboundHandler consumer) {
        return new ClockworkKafka(OutboundHandler.producer(clockwork), Objects.requireNonNull(consumer, "consumer"));
    }

    /**
     * Wraps a producer so that each send is recorded in the current activity. The header is added to a copy of the
     * message; the caller's message is unchanged and may be sent again. All other methods delegate to {@code producer}.
     *
     * <p>Callbacks run in a fork of the activity as it was at the send. A failed send is recorded in that fork.
     * {@code Future.get} joins the fork into the caller's activity.
     */
    @SuppressWarnings("unchecked")
    public <K, V> Producer<K, V> wrap(Producer<K, V> producer) {
        Objects.requireNonNull(producer, "producer");
        return (Producer<K, V>) Proxy.newProxyInstance(
                Producer.class.getClassLoader(),
                new Class<?>[] {Producer.class},
                new RecordingProducer<>(producer, this.producer));
    }

    /** Runs a handler for each message in turn, each in an activity of its own. */
    public <K, V> void handleEach(ConsumerRecords<K, V> polled, Consumer<? super ConsumerRecord<K, V>> handler) {
        for (ConsumerRecord<K, V> message : polled) {
            handle(message, handler);
        }
    }

    /** Records the receipt of a message, and runs its handler in a new activity. */
    public <K, V> void handle(ConsumerRecord<K, V> message, Consumer<? super ConsumerRecord<K, V>> handler) {
        run(receive(message), () -> handler.accept(message));
    }

    /**
     * Runs a handler once for all messages, in one activity that joins the vectors of all of them. Does nothing if
     * there are no messages.
     */
    public <K, V> void handleBatch(ConsumerRecords<K, V> polled, Consumer<? super ConsumerRecords<K, V>> handler) {
        if (!polled.isEmpty()) {
            run(receive(polled), () -> handler.accept(polled));
        }
    }

    private static void run(Inbound inbound, Runnable handler) {
        ActivityScope scope = inbound.makeCurrent();
        try {
            handler.run();
        } catch (Throwable e) {
            inbound.fail(e);
            throw e;
        } finally {
            scope.close();
        }
    }

    /**
     * Records the receipt of a message in a new activity, which the caller makes current. For frameworks that call
     * handlers themselves.
     */
    public Inbound receive(ConsumerRecord<?, ?> message) {
        return consumer.receive(message.topic(), RecordHeaderCarrier.getter(message.headers()));
    }

    /**
     * Records the receipt of a batch as one event of a new activity, which the caller makes current. For frameworks
     * that call handlers themselves.
     */
    public Inbound receive(ConsumerRecords<?, ?> batch) {
        Set<String> topics = new TreeSet<>();
        List<CarrierGetter> vectors = new ArrayList<>(batch.count());
        for (ConsumerRecord<?, ?> message : batch) {
            topics.add(message.topic());
            vectors.add(RecordHeaderCarrier.getter(message.headers()));
        }
        return consumer.receive(String.join(",", topics), vectors);
    }
}
