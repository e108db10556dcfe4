// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.otelagent;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

/**
 * A customer who confirms an order when both services have asked, so that both have read the stock before either writes
 * it. Thread-safe.
 */
final class Customer {
    private final CyclicBarrier both = new CyclicBarrier(2);

    void confirm() throws Exception {
        both.await(30, TimeUnit.SECONDS);
    }
}
