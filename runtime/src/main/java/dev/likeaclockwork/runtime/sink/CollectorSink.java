// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.sink;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A sink that posts batches of JSON lines to a collector over HTTP, as {@code application/x-ndjson}.
 *
 * <p>A request that fails, or is answered with 429 or 5xx, is sent once more after a pause; if that fails too, its
 * events are dropped. The collector may therefore receive a batch twice, and recognizes it by the ids of the events.
 */
public final class CollectorSink implements RecordSink {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final URI collector;
    private final HttpClient client;

    private CollectorSink(URI collector) {
        this.collector = collector;
        this.client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    }

    /**
     * Creates a sink for a collector.
     *
     * @param collector the address, such as {@code http://localhost:4717/v1/events}
     * @throws IllegalArgumentException if the address is not an absolute {@code http} or {@code https} URI
     */
    public static CollectorSink create(URI collector) {
        Objects.requireNonNull(collector, "collector");
        if (!"http".equals(collector.getScheme()) && !"https".equals(collector.getScheme())) {
            throw new IllegalArgumentException("collector must be an http or https address, but is " + collector);
        }
        return new CollectorSink(collector);
    }

    @Override
    public String name() {
        return "collector";
    }

    @Override
    public void write(List<RecordedEvent> events) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(collector)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(EventLines.bytes(events)))
                .build();
        if (!post(request)) {
            Thread.sleep(PAUSE.toMillis());
            if (!post(request)) {
                throw new IOException("the collector at " + collector + " does not accept events");
            }
        }
    }

    /** Returns whether the collector accepted the batch; false if another attempt may succeed. */
    private boolean post(HttpRequest request) throws IOException, InterruptedException {
        int status;
        try {
            status = client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return false;
        }
        if (status == 429 || status >= 500) {
            return false;
        }
        if (status >= 300) {
            throw new IOException("the collector at " + collector + " answers " + status);
        }
        return true;
    }
}
