// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The server of the stock, as a database would be: it hands out versions with reads, and knows nothing of vector timestamps.
 * Reads of the contested product wait for each other, so that both services read before either writes, in every run.
 */
final class StockStore implements AutoCloseable {
    static final String CONTESTED = "product:42";

    private final CyclicBarrier bothHaveRead = new CyclicBarrier(2);
    private final Stock stock;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    StockStore(Stock stock) throws IOException {
        this.stock = stock;
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
            boolean reads = exchange.getRequestMethod().equals("GET");
            Http.reply(
                    exchange,
                    200,
                    reads
                            ? read(product)
                            : write(product, exchange.getRequestURI().getQuery()));
        } catch (StockConflict e) {
            exchange.getResponseHeaders().set("ETag", e.version());
            Http.reply(exchange, StockConflict.STATUS, String.valueOf(e.getMessage()));
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            Http.reply(exchange, 503, "the other service never read " + product);
        }
    }

    private String read(String product) throws InterruptedException, BrokenBarrierException, TimeoutException {
        String version = stock.version(product);
        if (product.equals(CONTESTED)) {
            bothHaveRead.await(20, TimeUnit.SECONDS);
        }
        return version;
    }

    /** The query is the version that the buyer has seen, and the buyer: {@code 7,payment}. */
    private String write(String product, String query) throws StockConflict {
        String[] seen = query.split(",", 2);
        return stock.sell(product, seen[0], seen[1]);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
