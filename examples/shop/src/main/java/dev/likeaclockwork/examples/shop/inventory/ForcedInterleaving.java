// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop.inventory;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes the race happen in every run: the second buyer of the contested product reads its row before the first buyer
 * writes it, and writes it after the first buyer was served.
 */
@Component
class ForcedInterleaving {
    static final String CONTESTED = "product:42";

    private final AtomicInteger readers = new AtomicInteger();
    private final CountDownLatch secondHasRead = new CountDownLatch(1);
    private final CountDownLatch firstIsServed = new CountDownLatch(1);

    /** Called after a read: the first reader waits for the second, and the second until the first is served. */
    void afterRead(String product) throws InterruptedException {
        if (!product.equals(CONTESTED)) {
            return;
        }
        if (readers.incrementAndGet() == 1) {
            await(secondHasRead);
        } else {
            secondHasRead.countDown();
            await(firstIsServed);
        }
    }

    private static void await(CountDownLatch other) throws InterruptedException {
        if (!other.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the other buyer did not arrive in time");
        }
    }

    @EventListener
    void onFirstIsServed(PayloadApplicationEvent<String> line) {
        firstIsServed.countDown();
    }
}
