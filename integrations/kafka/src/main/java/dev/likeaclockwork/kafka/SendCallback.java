// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.kafka;

import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.integration.Outbound;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * The callback of one send. Runs the user's callback in a fork of the sending activity, and records a failure there.
 * The future that {@link #joining} returns joins that fork into the activity of its caller.
 */
final class SendCallback implements Callback {
    private final Outbound outbound;
    private final @Nullable Callback callback;

    /** The fork; null until the send completes, and where there is neither a failure nor a user callback. */
    private volatile @Nullable Activity fork;

    SendCallback(Outbound outbound, @Nullable Callback callback) {
        this.outbound = outbound;
        this.callback = callback;
    }

    @Override
    public void onCompletion(RecordMetadata metadata, @Nullable Exception failure) {
        if (failure != null || callback != null) {
            Outbound forked = outbound.fork();
            fork = forked.activity();
            if (failure != null) {
                forked.fail(failure);
            }
            if (callback != null) {
                forked.activity().run(() -> callback.onCompletion(metadata, failure));
            }
        }
    }

    private void join(Future<RecordMetadata> result) {
        Activity known = fork;
        if (known != null) {
            known.joinIntoCurrentIfDone(result);
        }
    }

    /** Returns a view of Kafka's future whose {@code get} joins the fork. */
    Future<RecordMetadata> joining(Future<RecordMetadata> result) {
        return new Future<>() {
            @Override
            public RecordMetadata get() throws InterruptedException, ExecutionException {
                try {
                    return result.get();
                } finally {
                    join(result);
                }
            }

            @Override
            public RecordMetadata get(long timeout, TimeUnit unit)
                    throws InterruptedException, ExecutionException, TimeoutException {
                try {
                    return result.get(timeout, unit);
                } finally {
                    join(result);
                }
            }

            @Override
            public boolean cancel(boolean mayInterrupt) {
                return result.cancel(mayInterrupt);
            }

            @Override
            public boolean isCancelled() {
                return result.isCancelled();
            }

            @Override
            public boolean isDone() {
                return result.isDone();
            }
        };
    }
}
