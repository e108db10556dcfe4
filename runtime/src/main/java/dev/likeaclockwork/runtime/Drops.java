// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Counts events that did not get to a sink, and says so in the service's log once a minute, in a thread that lives only while there
 * is something to say. Thread-safe; nobody who drops waits for the log.
 */
final class Drops {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RuntimeMetrics metrics;
    private final Complaints complaints;
    private final Duration period;
    private final AtomicLong total = new AtomicLong();
    private final Map<String, Long> unsaid = new TreeMap<>();
    private @Nullable Throwable lastCause;
    private boolean reporting;

    Drops(RuntimeMetrics metrics, Complaints complaints) {
        this(metrics, complaints, MINUTE);
    }

    Drops(RuntimeMetrics metrics, Complaints complaints, Duration period) {
        this.metrics = metrics;
        this.complaints = complaints;
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
                Thread reporter = new Thread(this::report, "clockwork-drops");
                reporter.setDaemon(true);
                reporter.start();
            }
        }
    }

    private void report() {
        try {
            while (sayWhatIsUnsaid()) {
                Thread.sleep(period.toMillis());
            }
        } catch (InterruptedException e) {
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
                complaints.warn("sink " + sink + " lost " + events + " events since the last such message", cause));
        return !now.isEmpty();
    }
}
