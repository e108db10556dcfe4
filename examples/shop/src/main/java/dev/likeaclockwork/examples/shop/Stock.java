// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop;

/** What the store keeps: a version for each product. Thread-safe. */
interface Stock {
    /** The version of a product now. */
    String version(String product);

    /**
     * Takes a piece of a product.
     *
     * @param base the version that the buyer has seen
     * @return the version that this made
     * @throws StockConflict if the stock checks the base, and somebody else has changed it
     */
    String sell(String product, String base, String buyer) throws StockConflict;
}
