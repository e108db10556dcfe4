// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.soak;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Requests at a constant rate, of which every eighth has a forged header. At most two are in flight. Thread-safe. */
final class Traffic {
    private static final int CLIENTS = 2;

    private final HttpClient client;
    private final URI uri;
    final AtomicLong sent = new AtomicLong();
    final AtomicLong forged = new AtomicLong();
    final AtomicLong answered = new AtomicLong();

    Traffic(HttpClient client, URI uri) {
        this.client = client;
        this.uri = uri;
    }

    /** Sends a number of requests, spread over {@code time} if the services are fast enough. */
    void send(long requests, Duration time) throws InterruptedException {
        ScheduledExecutorService clients = Executors.newScheduledThreadPool(CLIENTS);
        CountDownLatch left = new CountDownLatch(Math.toIntExact(requests));
        List<Future<?>> sendings = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            sendings.add(clients.scheduleAtFixedRate(
                    () -> sendIfLeft(left), i, time.toNanos() * CLIENTS / requests, TimeUnit.NANOSECONDS));
        }
        left.await();
        sendings.forEach(sending -> sending.cancel(false));
        clients.shutdown();
        clients.awaitTermination(1, TimeUnit.MINUTES);
    }

    private void sendIfLeft(CountDownLatch left) {
        if (left.getCount() > 0) {
            send();
            left.countDown();
        }
    }

    private void send() {
        long number = sent.incrementAndGet();
        HttpRequest.Builder request = HttpRequest.newBuilder(uri.resolve("/item/" + number % 16));
        if (number % 8 == 0) {
            forged.incrementAndGet();
            request.header("X-Causality-Vector", "forged=" + number + ",forged=");
        }
        boolean isAnswered = client.sendAsync(request.build(), BodyHandlers.discarding())
                .handle((response, failure) -> failure == null && response.statusCode() == 200)
                .join();
        if (isAnswered) {
            answered.incrementAndGet();
        }
    }
}
