// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.testkit;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.runtime.ActivityScope;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.integration.Inbound;
import dev.likeaclockwork.runtime.integration.InboundHandler;
import dev.likeaclockwork.runtime.integration.OutboundHandler;
import dev.likeaclockwork.runtime.propagation.CarrierGetter;
import dev.likeaclockwork.runtime.propagation.CarrierSetter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/** The messaging handlers, with a queue in memory. */
class InMemoryMessagingTest extends MessagingContract {
    @Override
    protected Channel open() {
        return new MemoryChannel();
    }

    @Override
    protected CarrierCodec codec() {
        return CarrierCodec.BINARY;
    }

    private static final class Message {
        private final String text;
        private final List<byte[]> headers = new ArrayList<>();

        Message(String text) {
            this.text = text;
        }

        CarrierGetter getter() {
            return CarrierGetter.binary(name -> name.equals(BinaryTransport.VECTOR_HEADER) && !headers.isEmpty()
                    ? headers.get(headers.size() - 1)
                    : null);
        }
    }

    private static final class MemoryChannel implements Channel {
        private final Queue<Message> queue = new ArrayDeque<>();

        @Override
        public void send(Clockwork producer, String text) {
            send(producer, new Message(text));
        }

        private void send(Clockwork producer, Message message) {
            OutboundHandler.producer(producer).send("queue", CarrierSetter.binary((name, value) -> {
                message.headers.clear();
                message.headers.add(value);
            }));
            Message sent = new Message(message.text);
            sent.headers.addAll(message.headers);
            queue.add(sent);
        }

        @Override
        public void sendTwice(Clockwork producer, String text) {
            Message message = new Message(text);
            send(producer, message);
            send(producer, message);
        }

        @Override
        public void sendRaw(String text, List<byte[]> headers) {
            Message message = new Message(text);
            message.headers.addAll(headers);
            queue.add(message);
        }

        @Override
        public List<byte[]> takeRaw() {
            return queue.remove().headers;
        }

        @Override
        public void consume(Clockwork consumer, int count, Consumer<String> handler) {
            for (int i = 0; i < count; i++) {
                Message message = queue.remove();
                handle(
                        InboundHandler.consumer(consumer).receive("queue", message.getter()),
                        () -> handler.accept(message.text));
            }
        }

        @Override
        public void consumeBatch(Clockwork consumer, int count, Consumer<List<String>> handler) {
            List<Message> batch = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                batch.add(queue.remove());
            }
            Inbound inbound = InboundHandler.consumer(consumer)
                    .receive("queue", batch.stream().map(Message::getter).toList());
            handle(
                    inbound,
                    () -> handler.accept(
                            batch.stream().map(message -> message.text).toList()));
        }

        private static void handle(Inbound inbound, Runnable handler) {
            ActivityScope scope = inbound.makeCurrent();
            try {
                handler.run();
            } catch (IllegalStateException e) {
                inbound.fail(e);
            } finally {
                scope.close();
            }
        }

        @Override
        public void close() {}
    }
}
