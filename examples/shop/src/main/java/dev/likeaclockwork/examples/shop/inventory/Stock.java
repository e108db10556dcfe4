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
     * Writes the row of a product.
     *
     * @param seen what the writer has read
     * @return the version that this made; empty if the stock minds that somebody else has written since then, and nothing is changed
     */
    Optional<String> write(String product, Row seen, int pieces);
}
