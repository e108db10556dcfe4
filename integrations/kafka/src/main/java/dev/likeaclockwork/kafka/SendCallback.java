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

/** A message on its way: what happens to it happens beside the activity that sent it, until somebody asks. */
final class SendCallback implements Callback {
    private final Outbound outbound;
    private final @Nullable Callback callback;

    /** Null while there is nothing to know. */
    private volatile @Nullable Activity branch;

    SendCallback(Outbound outbound, @Nullable Callback callback) {
        this.outbound = outbound;
        this.callback = callback;
    }

    @Override
    public void onCompletion(RecordMetadata metadata, @Nullable Exception failure) {
        if (failure != null || callback != null) {
            Outbound apart = outbound.fork();
            branch = apart.activity();
            if (failure != null) {
                apart.fail(failure);
            }
            if (callback != null) {
                apart.activity().run(() -> callback.onCompletion(metadata, failure));
            }
        }
    }

    private void join(Future<RecordMetadata> result) {
        Activity known = branch;
        if (known != null) {
            known.joinIntoCurrentIfDone(result);
        }
    }

    /** What Kafka returned, for one who is to know what happened. */
    Future<RecordMetadata> returning(Future<RecordMetadata> result) {
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
