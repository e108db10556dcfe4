// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.dedup;

import dev.likeaclockwork.LamportClock;
import dev.likeaclockwork.VectorClock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One till, for one product: its own clocks count the events of the product without gaps. */
final class Till {
    private static final List<String> PRODUCTS = List.of("pears", "plums", "limes");
    private static final int TILLS = 2;

    private final LamportClock lamport;
    private final VectorClock vector;

    private Till(String node) {
        this.lamport = new LamportClock(node);
        this.vector = new VectorClock(node);
    }

    /**
     * The sales of two tills, which often learn of each other's earlier sales of the product. Deterministic for a seed.
     */
    static List<Sale> sell(long seed, int sales) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Till> tills = new ArrayList<>();
        for (String product : PRODUCTS) {
            for (int i = 1; i <= TILLS; i++) {
                tills.add(new Till("till-" + i + "/" + product));
            }
        }
        List<Sale> sold = new ArrayList<>();
        for (int i = 0; i < sales; i++) {
            int product = random.nextInt(PRODUCTS.size());
            Till till = tills.get(TILLS * product + random.nextInt(TILLS));
            if (random.nextBoolean()) {
                sold.stream()
                        .filter(sale -> sale.product().equals(PRODUCTS.get(product)))
                        .forEach(till::learn);
            }
            sold.add(till.sell(PRODUCTS.get(product), random.nextInt(1, 6)));
        }
        return sold;
    }

    private void learn(Sale sale) {
        lamport.receive(sale.lamport());
        vector.merge(sale.vector());
    }

    private Sale sell(String product, int pieces) {
        return new Sale(product, pieces, lamport.tick(), vector.tick());
    }
}
