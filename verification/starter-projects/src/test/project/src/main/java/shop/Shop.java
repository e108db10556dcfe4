// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

package shop;

import dev.likeaclockwork.runtime.Clockwork;
import java.util.concurrent.CyclicBarrier;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/** Both services of the shop: one process takes orders, and calls another one that has the stock. */
@RestController
class Shop {
    private final Clockwork clockwork;
    private final RestClient client;
    private final CyclicBarrier twoHaveRead = new CyclicBarrier(2);
    private volatile Stock stock = new Stock(10, "0");

    record Stock(int pieces, String version) {}

    Shop(Clockwork clockwork, RestClient.Builder client) {
        this.clockwork = clockwork;
        this.client = client.build();
    }

    @PostMapping("/orders/{order}")
    String order(@PathVariable String order, @RequestParam String stock) {
        clockwork.event("order.placed").wrote("order:" + order).record();
        return client.post().uri(stock + "/reservations/" + order).retrieve().body(String.class);
    }

    /**
     * Reads the order, whose write happens before by the incoming call, and takes one piece out of the stock, which is
     * the planted race.
     */
    @PostMapping("/reservations/{order}")
    String reserve(@PathVariable String order) throws Exception {
        clockwork.event("order.read").read("order:" + order).record();
        Stock seen = stock;
        clockwork.event("stock.read").read("product:42", seen.version()).record();
        twoHaveRead.await();
        stock = new Stock(seen.pieces() - 1, order);
        clockwork.event("stock.written").wrote("product:42", seen.version(), order).record();
        return "reserved";
    }
}
