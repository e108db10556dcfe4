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
 * Records what Kafka's producers send and what its consumers receive, and carries stamps in the header
 * {@code causality-vc}.
 *
 * <pre>{@code
 * ClockworkKafka kafka = ClockworkKafka.create(clockwork);
 * Producer<String, String> producer = kafka.wrap(new KafkaProducer<>(config));
 * kafka.handleEach(consumer.poll(timeout), message -> reserve(message.value()));
 * }</pre>
 *
 * <p>A message is received when its handler begins, and its activity is current until the handler returns or throws;
 * what is thrown is recorded and passed on. Commits and transactions are nobody's business here. Thread-safe, as far as
 * the clients are.
 */
public final class ClockworkKafka {
    private final OutboundHandler producer;
    private final InboundHandler consumer;

    private ClockworkKafka(OutboundHandler producer, InboundHandler consumer) {
        this.producer = producer;
        this.consumer = consumer;
    }

    /** With the trust boundary of the service. */
    public static ClockworkKafka create(Clockwork clockwork) {
        return new ClockworkKafka(OutboundHandler.producer(clockwork), InboundHandler.consumer(clockwork));
    }

    /**
     * With a trust boundary of its own, as for topics that strangers write to: {@code create(clockwork,
     * InboundHandler.consumer(clockwork, EdgePolicy.DROP))}.
     */
    public static ClockworkKafka create(Clockwork clockwork, InboundHandler consumer) {
        return new ClockworkKafka(OutboundHandler.producer(clockwork), Objects.requireNonNull(consumer, "consumer"));
    }

    /**
     * A producer that records each sending as one of the current activity, and gives its stamp to a copy of the
     * message; the user's stays as it was and may be sent again. Everything else is the wrapped producer's.
     *
     * <p>Callbacks run in a fork that knows what the activity knew when it sent. That a message was not sent is
     * recorded there, too; whoever asks the future joins it.
     */
    @SuppressWarnings("unchecked")
    public <K, V> Producer<K, V> wrap(Producer<K, V> producer) {
        Objects.requireNonNull(producer, "producer");
        return (Producer<K, V>) Proxy.newProxyInstance(
                Producer.class.getClassLoader(),
                new Class<?>[] {Producer.class},
                new RecordingProducer<>(producer, this.producer));
    }

    /** Runs a handler for each message, one after the other and each in an activity of its own. */
    public <K, V> void handleEach(ConsumerRecords<K, V> polled, Consumer<? super ConsumerRecord<K, V>> handler) {
        for (ConsumerRecord<K, V> message : polled) {
            handle(message, handler);
        }
    }

    /** Runs a handler in the activity of a message. */
    public <K, V> void handle(ConsumerRecord<K, V> message, Consumer<? super ConsumerRecord<K, V>> handler) {
        run(receive(message), () -> handler.accept(message));
    }

    /**
     * Runs a handler in one activity that knows what the senders of all messages knew; not at all if there is no
     * message.
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
     * Records the receipt of a message, whose activity the caller makes current. For frameworks that call handlers
     * themselves.
     */
    public Inbound receive(ConsumerRecord<?, ?> message) {
        return consumer.receive(message.topic(), RecordHeaderCarrier.source(message.headers()));
    }

    /**
     * Records the receipt of a batch as one event, whose activity the caller makes current. For frameworks that call
     * handlers themselves.
     */
    public Inbound receive(ConsumerRecords<?, ?> batch) {
        Set<String> topics = new TreeSet<>();
        List<CarrierGetter> stamps = new ArrayList<>(batch.count());
        for (ConsumerRecord<?, ?> message : batch) {
            topics.add(message.topic());
            stamps.add(RecordHeaderCarrier.source(message.headers()));
        }
        return consumer.receive(String.join(",", topics), stamps);
    }
}
