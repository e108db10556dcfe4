// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.runtime.sink.Access;
import dev.likeaclockwork.runtime.sink.RecordedEvent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts events, and hands them to all sinks. Thread-safe. */
final class Recorder {
    private final List<SinkWriter> writers;
    private final InstantSource time;
    private final RuntimeMetrics metrics;
    private final Drops drops;

    private Recorder(List<SinkWriter> writers, InstantSource time, RuntimeMetrics metrics, Drops drops) {
        this.writers = writers;
        this.time = time;
        this.metrics = metrics;
        this.drops = drops;
    }

    static Recorder start(ClockworkBuilder builder, Complaints complaints) {
        Drops drops = new Drops(builder.metrics, complaints);
        List<SinkWriter> writers = builder.sinks.stream()
                .map(sink -> SinkWriter.start(builder.service, sink, builder.bufferedEvents, drops))
                .toList();
        return new Recorder(writers, builder.time, builder.metrics, drops);
    }

    /** Counts an event, and tells the sinks, if there are any; returns its timestamp. */
    VectorTimestamp record(
            VectorTimestamp timestamp,
            String node,
            String type,
            @Nullable Access access,
            Map<String, Object> fields,
            @Nullable String payload) {
        metrics.recorded();
        if (!writers.isEmpty()) {
            RecordedEvent event = event(timestamp, node, type, access, fields, payload);
            for (SinkWriter writer : writers) {
                writer.accept(event);
            }
        }
        return timestamp;
    }

    /** An event that happens now, and that no sink is told of. */
    RecordedEvent event(
            VectorTimestamp timestamp,
            String node,
            String type,
            @Nullable Access access,
            Map<String, Object> fields,
            @Nullable String payload) {
        return new RecordedEvent(time.instant(), type, node, timestamp.get(node), timestamp, access, fields, payload);
    }

    long dropped() {
        return drops.total();
    }

    boolean flush(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        boolean all = true;
        for (SinkWriter writer : writers) {
            all &= writer.awaitWritten(deadline);
        }
        return all;
    }

    void close(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        writers.forEach(SinkWriter::beginClosing);
        writers.forEach(writer -> writer.awaitClosed(deadline));
        drops.close();
    }
}
