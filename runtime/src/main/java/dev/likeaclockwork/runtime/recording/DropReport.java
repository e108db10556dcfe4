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
 * Counts events that did not get to a sink, and says so in the service's log once a minute, in a thread that lives only
 * while there is something to say. Thread-safe; nobody who drops waits for the log.
 */
final class DropReport {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RuntimeMetrics metrics;
    private final OnceLog log;
    private final Duration period;
    private final AtomicLong total = new AtomicLong();
    private final Map<String, Long> unsaid = new TreeMap<>();
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

    /** Counts dropped events of a sink, of which there may be none where only its failure is to be told. */
    void add(String sink, long events, @Nullable Throwable cause) {
        total.addAndGet(events);
        if (events > 0) {
            metrics.dropped(sink, events);
        }
        synchronized (this) {
            unsaid.merge(sink, events, Long::sum);
            lastCause = cause == null ? lastCause : cause;
            if (!reporting) {
                reporting = true;
                DaemonThreads.create(this::report, "clockwork-drops").start();
            }
        }
    }

    /** Ends the thread, if there is one, when it has said what is unsaid. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private void report() {
        while (sayWhatIsUnsaid()) {
            pause();
        }
    }

    /** Lets drops gather for a period, or until there is no time left for that. */
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

    /** Whether there was something to say. */
    private boolean sayWhatIsUnsaid() {
        Map<String, Long> now;
        Throwable cause;
        synchronized (this) {
            reporting = !unsaid.isEmpty();
            now = new TreeMap<>(unsaid);
            cause = lastCause;
            unsaid.clear();
            lastCause = null;
        }
        now.forEach((sink, events) ->
                log.warn("sink " + sink + " lost " + events + " events since the last such message", cause));
        return !now.isEmpty();
    }
}
