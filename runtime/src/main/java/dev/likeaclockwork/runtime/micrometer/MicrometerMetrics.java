// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.micrometer;

import dev.likeaclockwork.runtime.metrics.Rejection;
import dev.likeaclockwork.runtime.metrics.RuntimeMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Runtime metrics as Micrometer meters: {@code clockwork.events}, {@code clockwork.dropped} by {@code sink},
 * {@code clockwork.rejected} by {@code reason}, {@code clockwork.entries} by {@code direction},
 * {@code clockwork.over.budget}, {@code clockwork.identity.conflicts}, {@code clockwork.scopes.misused} and
 * {@code clockwork.failures}.
 */
@SuppressWarnings("exports") // of an optional module
public final class MicrometerMetrics implements RuntimeMetrics {
    private final MeterRegistry registry;
    private final Counter events;
    private final Counter overBudget;
    private final Counter conflicts;
    private final Counter misused;
    private final Counter failures;
    private final DistributionSummary in;
    private final DistributionSummary out;
    private final Map<Rejection, Counter> rejected = new EnumMap<>(Rejection.class);

    private MicrometerMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.events = registry.counter("clockwork.events");
        this.overBudget = registry.counter("clockwork.over.budget");
        this.conflicts = registry.counter("clockwork.identity.conflicts");
        this.misused = registry.counter("clockwork.scopes.misused");
        this.failures = registry.counter("clockwork.failures");
        this.in = registry.summary("clockwork.entries", "direction", "in");
        this.out = registry.summary("clockwork.entries", "direction", "out");
        for (Rejection reason : Rejection.values()) {
            rejected.put(
                    reason,
                    registry.counter(
                            "clockwork.rejected", "reason", reason.name().toLowerCase(Locale.ROOT)));
        }
    }

    /** Creates metrics whose meters are in {@code registry}. */
    public static MicrometerMetrics create(MeterRegistry registry) {
        return new MicrometerMetrics(registry);
    }

    @Override
    public void recorded() {
        events.increment();
    }

    @Override
    public void dropped(String sink, long count) {
        registry.counter("clockwork.dropped", "sink", sink).increment((double) count);
    }

    @Override
    public void rejected(Rejection reason) {
        Counter counter = rejected.get(reason);
        if (counter != null) {
            counter.increment();
        }
    }

    @Override
    public void extracted(int entries) {
        in.record(entries);
    }

    @Override
    public void injected(int entries) {
        out.record(entries);
    }

    @Override
    public void overBudget() {
        overBudget.increment();
    }

    @Override
    public void identityConflict() {
        conflicts.increment();
    }

    @Override
    public void scopeMisused() {
        misused.increment();
    }

    @Override
    public void failed() {
        failures.increment();
    }
}
