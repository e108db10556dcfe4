// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The program of each service. It announces its port on standard output, and ends when its standard input does: whoever
 * started it may die in any way.
 */
final class ShopProcess {
    private ShopProcess() {}

    /** Arguments: the service's name, its log file, and the URLs that it asks. */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Service service = new Service(arguments[0], Path.of(arguments[1]));
        Service.Handler handler = switch (arguments[0]) {
            case "order" -> product -> placeOrder(service, arguments[2], arguments[3], product);
            case "payment" ->
                product -> {
                    changeStock(service, arguments[2], product);
                    if (!product.equals(StockStore.CONTESTED)) {
                        service.ask("reservation.requested", arguments[3] + product)
                                .join();
                    }
                };
            default -> product -> changeStock(service, arguments[2], product);
        };
        System.out.println(service.serve(handler));
        while (System.in.read() >= 0) {
            // nothing is ever said
        }
        System.exit(0);
    }

    /** The contested product is asked of both services at once; the other one of payment, which asks inventory. */
    private static void placeOrder(Service service, String payment, String inventory, String product) {
        service.record("order.placed", Map.of());
        CompletableFuture<Void> paid = service.ask("payment.requested", payment + product);
        if (product.equals(StockStore.CONTESTED)) {
            paid = CompletableFuture.allOf(paid, service.ask("reservation.requested", inventory + product));
        }
        paid.join();
    }

    /** Reads the stock and writes it back: the bug is in a store that does not check what the write is based on. */
    private static void changeStock(Service service, String store, String product) throws Exception {
        String seen = service.askPlainly("GET", store + product);
        service.record("stock.read", Map.of("resource", product, "access", "read", "version", seen));
        try {
            String made = service.askPlainly("POST", store + product + "?" + seen + "," + service.name());
            service.record(
                    "stock.written", Map.of("resource", product, "access", "write", "base", seen, "version", made));
        } catch (StockConflict e) {
            service.record("stock.conflict", Map.of("resource", product, "access", "read", "version", e.version()));
            throw e;
        }
    }
}
