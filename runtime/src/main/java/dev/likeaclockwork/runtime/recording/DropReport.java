// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.recording;

import dev.likeaclockwork.runtime.metrics.RuntimeMetrics;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The count and the report of dropped events: one warning per sink and minute in the service's log, written by a daemon
 * thread that exists only while there are drops to report. Thread-safe; callers do not wait for the log.
 */
final class DropReport {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RuntimeMetrics metrics;
    private final OnceLog log;
    private final Duration period;
    private final AtomicLong total = new AtomicLong();
    private final Map<String, Long> unreported = new TreeMap<>();
    private @Nullable Throwable lastCause;
    private boolean reporting;
    private boolean closed;

    DropReport(RuntimeMetrics metrics, OnceLog log) {
        this(metrics, log, MINUTE);
    }

    DropReport(RuntimeMetrics metrics, OnceLog log, Duration period) {
        this.metrics = metrics;
        this.log = log;
        this.period = period;
    }

    long total() {
        return total.get();
    }

    /**
     * Counts dropped events of a sink.
     *
     * @param events 0 to report only a failure of the sink
     */
    void add(String sink, long events, @Nullable Throwable cause) {
        total.addAndGet(events);
        if (events > 0) {
            metrics.dropped(sink, events);
        }
        synchronized (this) {
            unreported.merge(sink, events, Long::sum);
            lastCause = cause == null ? lastCause : cause;
            if (!reporting) {
                reporting = true;
                DaemonThreads.create(this::report, "clockwork-drops").start();
            }
        }
    }

    /** Ends the thread, if there is one, after a last report. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private void report() {
        while (reportOnce()) {
            pause();
        }
    }

    /** Collects drops for a period, or until this report is closed. */
    private synchronized void pause() {
        long end = System.nanoTime() + period.toNanos();
        try {
            for (long left = period.toNanos(); left > 0 && !closed; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            closed = true;
            Thread.currentThread().interrupt();
        }
    }

    /** Reports the drops since the last report; returns whether there were any. */
    private boolean reportOnce() {
        Map<String, Long> now;
        Throwable cause;
        synchronized (this) {
            reporting = !unreported.isEmpty();
            now = new TreeMap<>(unreported);
            cause = lastCause;
            unreported.clear();
            lastCause = null;
        }
        now.forEach((sink, events) ->
                log.warn("sink " + sink + " lost " + events + " events since the last report", cause));
        return !now.isEmpty();
    }
}
