// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop;

import java.util.HashMap;
import java.util.Map;

/** The bug of the demo: it takes any write, whatever it was based on. */
final class PlainStock implements Stock {
    private final Map<String, Integer> versions = new HashMap<>(Map.of(StockStore.CONTESTED, 7, "product:7", 3));

    @Override
    public synchronized String version(String product) {
        return versions.getOrDefault(product, 0).toString();
    }

    @Override
    public synchronized String sell(String product, String base, String buyer) {
        return versions.merge(product, 1, Integer::sum).toString();
    }
}
