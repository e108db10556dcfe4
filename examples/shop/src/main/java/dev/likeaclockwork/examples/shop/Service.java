// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.likeaclockwork.MalformedCausalityException;
import dev.likeaclockwork.TextTransport;
import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.VectorTimestamp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the three services share: one node with one vector clock, a server and a client that carry it in
 * {@code X-Causality-Vector}, and a log. One clock for the whole process is right here, because each serves one request at
 * a time.
 */
final class Service {
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger malformed = new AtomicInteger();
    private final VectorClock clock;
    private final EventLogFile log;

    Service(String name, Path logFile) {
        this.clock = new VectorClock(name);
        this.log = new EventLogFile(logFile, name);
    }

    String name() {
        return clock.node();
    }

    /** What a service does when it is asked for something: the path is a product. */
    interface Handler {
        void handle(String product) throws Exception;
    }

    /** Serves requests on loopback and returns the port: receive, handle, send. */
    int serve(Handler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> handle(handler, exchange));
        server.start();
        return server.getAddress().getPort();
    }

    private void handle(Handler handler, HttpExchange exchange) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        record("request.received", received(headers::getFirst));
        try {
            handler.handle(exchange.getRequestURI().getPath().substring(1));
            reply(exchange, 200, "done, with " + malformed + " malformed headers so far");
        } catch (Exception e) {
            Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
            reply(
                    exchange,
                    cause instanceof StockConflict ? StockConflict.STATUS : 500,
                    String.valueOf(cause.getMessage()));
        }
    }

    private void reply(HttpExchange exchange, int status, String body) throws IOException {
        VectorTimestamp sent = clock.send();
        TextTransport.inject(sent, exchange.getResponseHeaders()::set);
        record("reply.sent", sent);
        Http.reply(exchange, status, body);
    }

    /** Asks another service: send, and receive when the reply is there. */
    CompletableFuture<Void> ask(String type, String url) {
        VectorTimestamp sent = clock.send();
        record(type, sent);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        TextTransport.inject(sent, request::setHeader);
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .thenAccept(reply -> {
                    record(
                            "reply.received",
                            received(name -> reply.headers().firstValue(name).orElse(null)));
                    try {
                        checkDone(reply);
                    } catch (IOException | StockConflict e) {
                        throw new CompletionException(e);
                    }
                });
    }

    private static void checkDone(HttpResponse<String> reply) throws IOException, StockConflict {
        if (reply.statusCode() == StockConflict.STATUS) {
            throw new StockConflict(
                    reply.body(), reply.headers().firstValue("ETag").orElse(""));
        }
        if (reply.statusCode() != 200) {
            throw new IOException(reply.body());
        }
    }

    /** Asks something that carries no causality, as most databases do. */
    String askPlainly(String method, String url) throws IOException, InterruptedException, StockConflict {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> reply = client.send(request, HttpResponse.BodyHandlers.ofString());
        checkDone(reply);
        return reply.body();
    }

    /** Records an event inside the service. */
    void record(String type, Map<String, String> access) {
        log.write(type, clock.tick(), access);
    }

    private void record(String type, VectorTimestamp vector) {
        log.write(type, vector, Map.of());
    }

    /** Metadata from outside never fails a request: what is malformed is counted, and treated as absent. */
    private VectorTimestamp received(Function<String, @Nullable String> headers) {
        Optional<VectorTimestamp> remote = Optional.empty();
        try {
            remote = TextTransport.extractVector(headers);
        } catch (MalformedCausalityException e) {
            malformed.incrementAndGet();
        }
        return remote.map(clock::receive).orElseGet(clock::tick);
    }
}
