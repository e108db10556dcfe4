// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.kafka;

import dev.likeaclockwork.runtime.integration.Outbound;
import dev.likeaclockwork.runtime.integration.OutboundHandler;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * The invocation handler of a wrapped producer. A proxy rather than a class that implements {@link Producer}, because
 * the interface's methods differ between versions of Kafka.
 */
final class RecordingProducer<K, V> implements InvocationHandler {
    private final Producer<K, V> producer;
    private final OutboundHandler handler;

    RecordingProducer(Producer<K, V> producer, OutboundHandler handler) {
        this.producer = producer;
        this.handler = handler;
    }

    @Override
    @SuppressWarnings({"unchecked", "ReferenceEquality"})
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals("equals")) {
            return arguments != null && proxy == arguments[0];
        }
        if (arguments != null && arguments[0] instanceof ProducerRecord<?, ?> message) {
            return send((ProducerRecord<K, V>) message, arguments.length == 1 ? null : (Callback) arguments[1]);
        }
        try {
            return method.invoke(producer, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private Future<RecordMetadata> send(ProducerRecord<K, V> message, @Nullable Callback callback) {
        ProducerRecord<K, V> copy = RecordHeaderCarrier.copyWithoutVector(message);
        Outbound outbound = handler.send(message.topic(), RecordHeaderCarrier.setter(copy));
        SendCallback callbackOfSend = new SendCallback(outbound, callback);
        try {
            return callbackOfSend.joining(producer.send(copy, callbackOfSend));
        } catch (RuntimeException e) {
            outbound.fail(e);
            throw e;
        }
    }
}
