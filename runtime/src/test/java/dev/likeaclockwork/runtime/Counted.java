// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import dev.likeaclockwork.runtime.metrics.Rejection;
import dev.likeaclockwork.runtime.metrics.RuntimeMetrics;
import java.util.concurrent.atomic.AtomicLong;

/** Metrics that count in atomic fields. */
final class Counted implements RuntimeMetrics {
    final AtomicLong dropped = new AtomicLong();
    final AtomicLong rejected = new AtomicLong();
    final AtomicLong conflicts = new AtomicLong();
    final AtomicLong misused = new AtomicLong();
    final AtomicLong failed = new AtomicLong();
    final AtomicLong overBudget = new AtomicLong();

    @Override
    public void dropped(String sink, long events) {
        dropped.addAndGet(events);
    }

    @Override
    public void rejected(Rejection reason) {
        rejected.incrementAndGet();
    }

    @Override
    public void identityConflict() {
        conflicts.incrementAndGet();
    }

    @Override
    public void scopeMisused() {
        misused.incrementAndGet();
    }

    @Override
    public void failed() {
        failed.incrementAndGet();
    }

    @Override
    public void overBudget() {
        overBudget.incrementAndGet();
    }
}
