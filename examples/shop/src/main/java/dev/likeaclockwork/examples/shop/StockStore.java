// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The stock as a database would hold it: it hands out versions with reads, takes any write, and knows nothing of causality.
 * Reads of the contested product wait for each other, so that both services read before either writes, in every run.
 */
final class StockStore implements AutoCloseable {
    static final String CONTESTED = "product:42";

    private final CyclicBarrier bothHaveRead = new CyclicBarrier(2);
    private final Map<String, Integer> versions = new HashMap<>(Map.of(CONTESTED, 7, "product:7", 3));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    StockStore() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private void handle(HttpExchange exchange) throws IOException {
        String product = exchange.getRequestURI().getPath().substring(1);
        try {
            String version = exchange.getRequestMethod().equals("GET") ? read(product) : write(product);
            Http.reply(exchange, 200, version);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            Http.reply(exchange, 503, "the other service never read " + product);
        }
    }

    private String read(String product) throws InterruptedException, BrokenBarrierException, TimeoutException {
        String version = version(product, 0);
        if (product.equals(CONTESTED)) {
            bothHaveRead.await(20, TimeUnit.SECONDS);
        }
        return version;
    }

    private String write(String product) {
        return version(product, 1);
    }

    private synchronized String version(String product, int writes) {
        return versions.merge(product, writes, Integer::sum).toString();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
