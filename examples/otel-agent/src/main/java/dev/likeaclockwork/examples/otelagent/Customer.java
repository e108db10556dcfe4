// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.otelagent;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

/**
 * Confirms two questions at once, when both are asked, so that two services surely have read before either writes.
 * Thread-safe.
 */
final class Customer {
    private final CyclicBarrier both = new CyclicBarrier(2);

    void confirm() throws Exception {
        both.await(30, TimeUnit.SECONDS);
    }
}
