// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import dev.likeaclockwork.runtime.sink.RecordSink;
import dev.likeaclockwork.runtime.sink.RecordedEvent;
import java.time.Duration;
import java.util.List;

/** Hands each event to all sinks. Thread-safe. */
final class Recorder {
    private final List<SinkWriter> writers;
    private final RuntimeMetrics metrics;
    private final Drops drops;

    private Recorder(List<SinkWriter> writers, RuntimeMetrics metrics, Drops drops) {
        this.writers = writers;
        this.metrics = metrics;
        this.drops = drops;
    }

    static Recorder start(
            String service, List<RecordSink> sinks, int capacity, RuntimeMetrics metrics, Complaints complaints) {
        Drops drops = new Drops(metrics, complaints);
        List<SinkWriter> writers = sinks.stream()
                .map(sink -> SinkWriter.start(service, sink, capacity, drops))
                .toList();
        return new Recorder(writers, metrics, drops);
    }

    void record(RecordedEvent event) {
        metrics.recorded();
        for (SinkWriter writer : writers) {
            writer.accept(event);
        }
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
    }
}
