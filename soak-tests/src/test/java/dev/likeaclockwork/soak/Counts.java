// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.soak;

import dev.likeaclockwork.runtime.Rejection;
import dev.likeaclockwork.runtime.RuntimeMetrics;
import java.util.concurrent.atomic.LongAdder;

/** What the services counted together. Thread-safe. */
final class Counts implements RuntimeMetrics {
    final LongAdder recorded = new LongAdder();
    final LongAdder dropped = new LongAdder();
    final LongAdder rejected = new LongAdder();
    final LongAdder failed = new LongAdder();

    @Override
    public void recorded() {
        recorded.increment();
    }

    @Override
    public void dropped(String sink, long events) {
        dropped.add(events);
    }

    @Override
    public void rejected(Rejection reason) {
        rejected.increment();
    }

    @Override
    public void failed() {
        failed.increment();
    }

    @Override
    public void scopeMisused() {
        failed.increment();
    }

    @Override
    public void identityConflict() {
        failed.increment();
    }
}
