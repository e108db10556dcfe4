// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.recording;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.runtime.metrics.RuntimeMetrics;
import dev.likeaclockwork.runtime.sink.Access;
import dev.likeaclockwork.runtime.sink.RecordSink;
import dev.likeaclockwork.runtime.sink.RecordedEvent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The recorder of a runtime: counts events and hands them to all sinks without waiting. Thread-safe. */
public final class Recorder {
    private final List<SinkWriter> writers;
    private final InstantSource time;
    private final RuntimeMetrics metrics;
    private final DropReport drops;

    private Recorder(List<SinkWriter> writers, InstantSource time, RuntimeMetrics metrics, DropReport drops) {
        this.writers = writers;
        this.time = time;
        this.metrics = metrics;
        this.drops = drops;
    }

    /**
     * Starts a recorder with one daemon thread for each sink.
     *
     * @param bufferedEvents the number of events that may wait for one sink
     */
    public static Recorder start(
            String service,
            List<RecordSink> sinks,
            int bufferedEvents,
            InstantSource time,
            RuntimeMetrics metrics,
            OnceLog log) {
        DropReport drops = new DropReport(metrics, log);
        List<SinkWriter> writers = sinks.stream()
                .map(sink -> SinkWriter.start(service, sink, bufferedEvents, drops))
                .toList();
        return new Recorder(writers, time, metrics, drops);
    }

    /** Counts an event, hands it to the sinks, if there are any, and returns its timestamp. */
    public VectorTimestamp record(
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

    /** Creates an event with the current time that no sink receives. */
    public RecordedEvent event(
            VectorTimestamp timestamp,
            String node,
            String type,
            @Nullable Access access,
            Map<String, Object> fields,
            @Nullable String payload) {
        return new RecordedEvent(time.instant(), type, node, timestamp.get(node), timestamp, access, fields, payload);
    }

    /** The number of events that were dropped before a sink had written them. */
    public long dropped() {
        return drops.total();
    }

    /** Waits until all sinks have written, or dropped, the events recorded before; returns false after the timeout. */
    public boolean flush(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        boolean all = true;
        for (SinkWriter writer : writers) {
            all &= writer.awaitWritten(deadline);
        }
        return all;
    }

    /** Writes the buffered events and closes the sinks; drops the events that still wait after the timeout. */
    public void close(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        writers.forEach(SinkWriter::beginClosing);
        writers.forEach(writer -> writer.awaitClosed(deadline));
        drops.close();
    }
}
