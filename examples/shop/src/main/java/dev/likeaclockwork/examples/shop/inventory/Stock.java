// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop.inventory;

import java.util.Optional;

/** How many pieces of each product there are, in rows of a database, each of which has a version. Thread-safe. */
interface Stock {
    /** A row, as somebody has seen it. */
    record Row(int pieces, String version) {}

    /** Puts a product in stock. */
    void add(String product, int pieces);

    /** The row of a product as it is now. */
    Row read(String product);

    /**
     * Takes a piece out of the row of a product.
     *
     * @param seen what the buyer has read
     * @return the version that this made; empty if somebody else has written since then, and the stock minds: then the
     *     piece is not the buyer's
     */
    Optional<String> sell(String product, Row seen, String buyer);
}
