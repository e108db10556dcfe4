// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.likeaclockwork.TextTransport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The contract of an integration for HTTP clients. The peer answers 200 for success and 500 for failure. */
public abstract class HttpClientContract extends ClientContract {
    /** For test classes. */
    protected HttpClientContract() {}

    @Override
    protected final CarrierCodec codec() {
        return CarrierCodec.TEXT;
    }

    @Override
    protected final String protocol() {
        return "http";
    }

    @Override
    protected final Peer peer(Script script) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(script, exchange));
        server.start();
        return new WebPeer(server, threads);
    }

    private static void answer(Script script, HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            List<String> lines = exchange.getRequestHeaders().getOrDefault(TextTransport.VECTOR_HEADER, List.of());
            List<byte[]> headers = lines.stream()
                    .map(line -> line.getBytes(StandardCharsets.ISO_8859_1))
                    .toList();
            Reply reply = script.answer(exchange.getRequestURI().getPath(), headers);
            reply.headers()
                    .forEach(header -> exchange.getResponseHeaders()
                            .add(TextTransport.VECTOR_HEADER, new String(header, StandardCharsets.ISO_8859_1)));
            exchange.sendResponseHeaders(reply.ok() ? 200 : 500, -1);
        }
    }

    private record WebPeer(HttpServer server, ExecutorService threads) implements Peer {
        @Override
        public int port() {
            return server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
            threads.shutdownNow();
        }
    }
}
