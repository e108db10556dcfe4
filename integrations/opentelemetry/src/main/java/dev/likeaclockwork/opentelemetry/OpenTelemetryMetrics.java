// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.opentelemetry;

import dev.likeaclockwork.runtime.metrics.Rejection;
import dev.likeaclockwork.runtime.metrics.RuntimeMetrics;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * The runtime's metrics as OpenTelemetry instruments, with the names that they have in Micrometer:
 * {@code clockwork.rejected} by {@code reason}, {@code clockwork.entries} by {@code direction},
 * {@code clockwork.over.budget} and {@code clockwork.failures}. Counts nothing before {@link #connect}, because the
 * span processor is created before the meter provider. Thread-safe.
 */
final class OpenTelemetryMetrics implements RuntimeMetrics {
    private static final AttributeKey<String> REASON = AttributeKey.stringKey("reason");
    private static final AttributeKey<String> DIRECTION = AttributeKey.stringKey("direction");
    private static final Attributes IN = Attributes.of(DIRECTION, "in");
    private static final Attributes OUT = Attributes.of(DIRECTION, "out");
    private static final Map<Rejection, Attributes> REASONS = new EnumMap<>(Rejection.class);

    static {
        for (Rejection reason : Rejection.values()) {
            REASONS.put(reason, Attributes.of(REASON, reason.name().toLowerCase(Locale.ROOT)));
        }
    }

    private volatile Instruments instruments = Instruments.of(MeterProvider.noop());

    private record Instruments(
            LongCounter rejected, LongCounter overBudget, LongCounter failed, LongHistogram entries) {
        static Instruments of(MeterProvider provider) {
            Meter meter = provider.get("dev.likeaclockwork");
            return new Instruments(
                    meter.counterBuilder("clockwork.rejected").build(),
                    meter.counterBuilder("clockwork.over.budget").build(),
                    meter.counterBuilder("clockwork.failures").build(),
                    meter.histogramBuilder("clockwork.entries").ofLongs().build());
        }
    }

    void connect(MeterProvider provider) {
        instruments = Instruments.of(provider);
    }

    @Override
    public void rejected(Rejection reason) {
        instruments.rejected.add(1, REASONS.getOrDefault(reason, Attributes.empty()));
    }

    @Override
    public void extracted(int entries) {
        instruments.entries.record(entries, IN);
    }

    @Override
    public void injected(int entries) {
        instruments.entries.record(entries, OUT);
    }

    @Override
    public void overBudget() {
        instruments.overBudget.add(1);
    }

    @Override
    public void failed() {
        instruments.failed.add(1);
    }
}
