// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.kafkastreams;

import dev.likeaclockwork.guard.verdict.Verdict;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * The counters of the verdicts of a task in the metrics of Kafka Streams, except for new events, which the next
 * processor counts. Used by one thread.
 */
final class VerdictMetrics {
    private static final String SCOPE = "clockwork-guard";

    private final Map<Verdict, Sensor> sensors = new EnumMap<>(Verdict.class);

    /**
     * Metrics {@code <verdict>-rate} and {@code <verdict>-total} in the group {@code stream-clockwork-guard-metrics},
     * for the task.
     */
    static VerdictMetrics of(ProcessingContext context, String name) {
        VerdictMetrics metrics = new VerdictMetrics();
        StreamsMetrics all = context.metrics();
        for (Verdict verdict : Verdict.values()) {
            if (verdict != Verdict.NEW) {
                metrics.sensors.put(
                        verdict,
                        all.addRateTotalSensor(
                                SCOPE,
                                name,
                                verdict.name().toLowerCase(Locale.ROOT),
                                Sensor.RecordingLevel.INFO,
                                "task-id",
                                context.taskId().toString()));
            }
        }
        return metrics;
    }

    void count(Verdict verdict) {
        Sensor sensor = sensors.get(verdict);
        if (sensor != null) {
            sensor.record();
        }
    }
}
