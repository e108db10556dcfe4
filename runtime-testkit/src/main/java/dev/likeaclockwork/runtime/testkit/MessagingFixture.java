// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.CurrentActivity;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The fixture of a messaging contract: a channel with an integration on both sides, and the log of both. */
public abstract class MessagingFixture {
    final TestLog log = new TestLog();
    final Clockwork producer = log.service("producer");
    Channel channel;

    /** For test classes. */
    @SuppressWarnings("NullAway.Init")
    protected MessagingFixture() {}

    /** A queue or topic, empty at first, with the integration on both sides. */
    public interface Channel extends AutoCloseable {
        /** Sends a message with the integration, in the calling thread, and waits until the broker has it. */
        void send(Clockwork producer, String message) throws Exception;

        /** Sends the same message object twice, as a retry does, and waits until the broker has both. */
        void sendTwice(Clockwork producer, String message) throws Exception;

        /**
         * Sends a message without the integration.
         *
         * @param headers the values of the timestamp header, one header for each
         */
        void sendRaw(String message, List<byte[]> headers) throws Exception;

        /** Takes a message without the integration, and returns the values of its timestamp header. */
        List<byte[]> takeRaw() throws Exception;

        /**
         * Takes messages with the integration, one at a time, and calls the handler with each while its activity is
         * current.
         *
         * @param count the number of messages; one whose handler throws counts as handled
         */
        void consume(Clockwork consumer, int count, Consumer<String> handler) throws Exception;

        /**
         * Takes {@code count} messages with the integration as one batch, and calls the handler once while the activity
         * of the batch is current.
         */
        void consumeBatch(Clockwork consumer, int count, Consumer<List<String>> handler) throws Exception;

        @Override
        void close() throws IOException;
    }

    /** Opens an empty channel. */
    protected abstract Channel open() throws Exception;

    /** The encoding of timestamps. */
    protected abstract CarrierCodec codec();

    /** Opens the channel. */
    @BeforeEach
    final void openChannel() throws Exception {
        channel = open();
    }

    /** Closes the resources of the test, and fails if an activity is still current. */
    @AfterEach
    final void closeAll() throws Exception {
        channel.close();
        log.close();
        assertTrue(CurrentActivity.get().isEmpty(), "an activity is current after the test");
    }

    private static Consumer<String> worker(Clockwork consumer) {
        return message -> {
            consumer.event("worked").with("message", message).record();
            if (message.startsWith("bad")) {
                throw new IllegalStateException("intended by the test");
            }
        };
    }

    final void consume(Clockwork consumer, int count) throws Exception {
        channel.consume(consumer, count, worker(consumer));
    }
}
