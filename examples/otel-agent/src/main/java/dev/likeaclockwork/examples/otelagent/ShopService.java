// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.otelagent;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/**
 * A plain service with the HTTP server and client of the JDK, and a JDBC database. Its code has no tracing and no
 * causality. It prints its port, and exits at the end of its standard input, so that it never outlives the demo.
 */
final class ShopService {
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    private ShopService() throws IOException {}

    interface Handler {
        void handle(String product) throws Exception;
    }

    /** Arguments: the name of the service, the URL of the database, and the URLs of the services that it calls. */
    public static void main(String[] arguments) throws Exception {
        ShopService service = new ShopService();
        switch (arguments[0]) {
            case "order" -> service.orders(arguments[2], arguments[3]);
            default -> service.sells(new StockTable(arguments[1]));
        }
        System.out.println(service.server.getAddress().getPort());
        while (System.in.read() >= 0) {
            // the demo writes nothing; only the end of the stream counts
        }
        System.exit(0);
    }

    /** Orders the contested product from both services at once, and any other from one after the other. */
    private void orders(String payment, String inventory) {
        Customer customer = new Customer();
        serve("/confirm", product -> customer.confirm());
        serve("/", product -> {
            String question =
                    product + "?http://127.0.0.1:" + server.getAddress().getPort() + "/confirm";
            CompletableFuture<?> paid = ask(payment + question);
            if (!product.equals(OtelDemo.CONTESTED)) {
                paid.join();
            }
            CompletableFuture.allOf(paid, ask(inventory + question)).join();
        });
    }

    /** Reads the stock and writes it back. The bug: the write does not check that the row is unchanged. */
    private void sells(StockTable stock) {
        serve("/", question -> {
            String product = question.substring(0, question.indexOf('?'));
            int pieces = stock.pieces(product);
            if (product.equals(OtelDemo.CONTESTED)) {
                ask(question.substring(product.length() + 1)).join();
            }
            stock.set(product, pieces - 1, pieces);
        });
    }

    private void serve(String path, Handler handler) {
        server.createContext(path, exchange -> reply(exchange, handler));
        if (path.equals("/")) {
            server.setExecutor(Executors.newCachedThreadPool());
            server.start();
        }
    }

    private static void reply(HttpExchange exchange, Handler handler) throws IOException {
        int status = 200;
        try {
            handler.handle(exchange.getRequestURI().toString().substring(1));
        } catch (Exception e) {
            e.printStackTrace();
            status = 500;
        }
        try (exchange) {
            byte[] body = Integer.toString(status).getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private CompletableFuture<String> ask(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(reply -> {
            if (reply.statusCode() != 200) {
                throw new IllegalStateException(url + " answered " + reply.statusCode());
            }
            return reply.body();
        });
    }
}
