// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.dedup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A network between the tills and the broker that loses nothing, but reorders and duplicates some events. Deterministic
 * for a seed.
 *
 * @param sales in the order in which they reach the broker
 * @param late how many arrive after a later one of the same product
 * @param twice how many arrive twice
 */
record FaultyNetwork(List<Sale> sales, int late, int twice) {
    private static final int MAX_DELAY = 6;
    private static final int MAX_DELAY_OF_COPY = 12;

    private record Delayed(int place, Sale sale) {}

    static FaultyNetwork pass(long seed, List<Sale> sold) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Delayed> delayed = new ArrayList<>();
        for (Sale sale : sold) {
            int place = delayed.size();
            delayed.add(new Delayed(place + (random.nextBoolean() ? random.nextInt(MAX_DELAY) : 0), sale));
            if (random.nextInt(4) == 0) {
                delayed.add(new Delayed(place + random.nextInt(MAX_DELAY_OF_COPY), sale));
            }
        }
        delayed.sort(Comparator.comparingInt(Delayed::place));
        List<Sale> passed = delayed.stream().map(Delayed::sale).toList();
        return new FaultyNetwork(passed, late(sold, passed), passed.size() - sold.size());
    }

    private static int late(List<Sale> sold, List<Sale> passed) {
        int late = 0;
        for (Sale sale : sold) {
            List<Sale> before = passed.subList(0, passed.indexOf(sale));
            boolean isOvertaken = before.stream()
                    .anyMatch(other ->
                            other.product().equals(sale.product()) && sold.indexOf(other) > sold.indexOf(sale));
            late += isOvertaken ? 1 : 0;
        }
        return late;
    }
}
