// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.benchmarks;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** From the first record to the last, without start and end of the application. Thread-safe. */
final class Progress {
    final AtomicLong passed = new AtomicLong();
    private final AtomicLong seen = new AtomicLong();
    private final CountDownLatch done = new CountDownLatch(1);
    private final long records;
    private volatile long start;
    private volatile long end;

    Progress(long records) {
        this.records = records;
    }

    void count() {
        long count = seen.incrementAndGet();
        if (count == 1) {
            start = System.nanoTime();
        } else if (count == records) {
            end = System.nanoTime();
            done.countDown();
        }
    }

    void await() throws InterruptedException {
        if (!done.await(10, TimeUnit.MINUTES)) {
            throw new IllegalStateException(seen + " of " + records + " records after ten minutes");
        }
    }

    double rate() {
        return records * 1e9 / (end - start);
    }
}
