// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.testkit;

import dev.likeaclockwork.runtime.metrics.Rejection;
import dev.likeaclockwork.runtime.metrics.RuntimeMetrics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Metrics that a test can query. Thread-safe. */
public final class CountedMetrics implements RuntimeMetrics {
    private final Map<String, Long> counts = new ConcurrentHashMap<>();

    /** Creates metrics whose counts are 0. */
    public CountedMetrics() {}

    /**
     * The count of a name: a method of {@link RuntimeMetrics}, or one reason or sink, such as
     * {@code rejected.MALFORMED} and {@code dropped.jsonl}.
     */
    public long of(String name) {
        return counts.getOrDefault(name, 0L);
    }

    private void add(String name, long count) {
        counts.merge(name, count, Long::sum);
    }

    @Override
    public void recorded() {
        add("recorded", 1);
    }

    @Override
    public void dropped(String sink, long events) {
        add("dropped", events);
        add("dropped." + sink, events);
    }

    @Override
    public void rejected(Rejection reason) {
        add("rejected", 1);
        add("rejected." + reason, 1);
    }

    @Override
    public void extracted(int entries) {
        add("extracted", 1);
    }

    @Override
    public void injected(int entries) {
        add("injected", 1);
    }

    @Override
    public void overBudget() {
        add("overBudget", 1);
    }

    @Override
    public void identityConflict() {
        add("identityConflict", 1);
    }

    @Override
    public void scopeMisused() {
        add("scopeMisused", 1);
    }

    @Override
    public void failed() {
        add("failed", 1);
    }
}
