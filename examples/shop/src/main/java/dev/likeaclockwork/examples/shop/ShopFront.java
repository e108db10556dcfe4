// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** The pages of the shop in browsers: with an order, they send the stamp of the page that the buyer has seen. */
final class ShopFront {
    private static final String STAMP = "X-Causality-Vector";
    private static final int OK = 200;
    private static final int CONFLICT = 409;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String orders;
    private final PrintWriter out;

    /** A client of the order service at a URL. */
    ShopFront(String orders, PrintWriter out) {
        this.orders = orders;
        this.out = out;
    }

    /** The page of a product as a customer saw it, with the stamp of that answer. */
    record Page(String product, String stamp) {}

    Page show(String product) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(orders + "/products/" + product))
                .build();
        HttpResponse<String> reply = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (reply.statusCode() != OK) {
            throw new IOException("cannot read the page of " + product + ": " + reply.body());
        }
        return new Page(product, reply.headers().firstValue(STAMP).orElse("none"));
    }

    /** Places the order of a buyer who has seen a page. */
    CompletableFuture<HttpResponse<String>> order(Page page, String buyer) {
        return client.sendAsync(request(page, buyer), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(Page page, String buyer) {
        return HttpRequest.newBuilder(URI.create(orders + "/orders?product=" + page.product() + "&buyer=" + buyer))
                .header(STAMP, page.stamp())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
    }

    /** Waits for the reply to an order: 1 if it is accepted, and 0 if it conflicts with another one. */
    int accepted(CompletableFuture<HttpResponse<String>> order) throws IOException, InterruptedException {
        HttpResponse<String> reply;
        try {
            reply = order.get();
        } catch (ExecutionException e) {
            throw new IOException("an order failed: " + e.getCause(), e);
        }
        if (reply.statusCode() == CONFLICT) {
            out.println("  HTTP 409   " + reply.body());
            return 0;
        }
        if (reply.statusCode() != OK) {
            throw new IOException("an order failed: " + reply.body());
        }
        return 1;
    }
}
