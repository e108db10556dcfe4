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

/** The portable handlers of messaging, with a queue in memory. */
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
        private final List<byte[]> stamps = new ArrayList<>();

        Message(String text) {
            this.text = text;
        }

        CarrierGetter source() {
            return CarrierGetter.binary(name -> name.equals(BinaryTransport.VECTOR_HEADER) && !stamps.isEmpty()
                    ? stamps.get(stamps.size() - 1)
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
                message.stamps.clear();
                message.stamps.add(value);
            }));
            Message sent = new Message(message.text);
            sent.stamps.addAll(message.stamps);
            queue.add(sent);
        }

        @Override
        public void sendTwice(Clockwork producer, String text) {
            Message message = new Message(text);
            send(producer, message);
            send(producer, message);
        }

        @Override
        public void sendRaw(String text, List<byte[]> stamps) {
            Message message = new Message(text);
            message.stamps.addAll(stamps);
            queue.add(message);
        }

        @Override
        public List<byte[]> takeRaw() {
            return queue.remove().stamps;
        }

        @Override
        public void consume(Clockwork consumer, int count, Consumer<String> handler) {
            for (int i = 0; i < count; i++) {
                Message message = queue.remove();
                handle(
                        InboundHandler.consumer(consumer).receive("queue", message.source()),
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
                    .receive("queue", batch.stream().map(Message::source).toList());
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
