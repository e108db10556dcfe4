// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.recording;

import dev.likeaclockwork.runtime.sink.RecordSink;
import dev.likeaclockwork.runtime.sink.RecordedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The writer of one sink: a buffer, and a daemon thread that moves its events to the sink, so that no caller waits for
 * the sink. Thread-safe.
 *
 * <p>The thread polls the buffer every few milliseconds, because waking it for each event would cost the caller more
 * than recording the event.
 */
final class SinkWriter {
    private static final int MAX_BATCH = 512;
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long WAIT_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private final RecordSink sink;
    private final BoundedBuffer<RecordedEvent> buffer;
    private final DropReport drops;
    private final Thread thread;
    private volatile boolean closing;

    private SinkWriter(String service, RecordSink sink, int capacity, DropReport drops) {
        this.sink = sink;
        this.buffer = new BoundedBuffer<>(capacity);
        this.drops = drops;
        this.thread = DaemonThreads.create(this::run, "clockwork-" + service + "-" + sink.name());
    }

    static SinkWriter start(String service, RecordSink sink, int capacity, DropReport drops) {
        SinkWriter writer = new SinkWriter(service, sink, capacity, drops);
        writer.thread.start();
        return writer;
    }

    /** Buffers an event without waiting, or drops it. */
    void accept(RecordedEvent event) {
        if (closing || !buffer.offer(event)) {
            drops.add(sink.name(), 1, null);
        }
    }

    private void run() {
        List<RecordedEvent> batch = new ArrayList<>(MAX_BATCH);
        while (true) {
            boolean last = closing;
            buffer.drainTo(batch, MAX_BATCH);
            if (!batch.isEmpty()) {
                write(List.copyOf(batch));
                buffer.done(batch.size());
                batch.clear();
            } else if (last) {
                break;
            } else {
                LockSupport.parkNanos(this, POLL_NANOS);
            }
        }
        closeSink();
    }

    @SuppressWarnings("Interruption") // a failure affects the batch, not the thread
    private void write(List<RecordedEvent> batch) {
        try {
            sink.write(batch);
        } catch (Throwable e) {
            drops.add(sink.name(), batch.size(), e);
        }
    }

    private void closeSink() {
        try {
            sink.close();
        } catch (Throwable e) {
            drops.add(sink.name(), 0, e);
        }
    }

    /**
     * Waits until the sink has written, or dropped, all events accepted before this call.
     *
     * @param deadline as {@link System#nanoTime}
     * @return whether it has before the deadline
     */
    boolean awaitWritten(long deadline) {
        long target = buffer.accepted();
        while (!buffer.isDone(target)) {
            if (deadline - System.nanoTime() <= 0 || !thread.isAlive()) {
                return buffer.isDone(target);
            }
            LockSupport.unpark(thread);
            LockSupport.parkNanos(this, WAIT_NANOS);
        }
        return true;
    }

    /** Refuses further events, and lets the thread end once the buffer is written. */
    void beginClosing() {
        closing = true;
        LockSupport.unpark(thread);
    }

    /**
     * Waits for the end of the thread, and drops the events that still wait after the deadline.
     *
     * @param deadline as {@link System#nanoTime}
     */
    void awaitClosed(long deadline) {
        try {
            Duration left = Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
            thread.join(left.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            drops.add(sink.name(), buffer.size(), null);
            thread.interrupt();
        }
    }
}
