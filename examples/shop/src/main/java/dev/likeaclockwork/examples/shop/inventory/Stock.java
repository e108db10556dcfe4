// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop.inventory;

import java.util.Optional;

/** The pieces in stock, in one versioned database row for each product. Thread-safe. */
interface Stock {
    /** A row as it was read. */
    record Row(int pieces, String version) {}

    /** Puts a product in stock. */
    void add(String product, int pieces);

    /** The row of a product as it is now. */
    Row read(String product);

    /**
     * Takes a piece out of the row of a product.
     *
     * @param seen the row that the buyer has read
     * @return the version that this write made; empty if the stock rejected it, because the row has changed since
     */
    Optional<String> sell(String product, Row seen, String buyer);
}
