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
 * One sink, its buffer, and the daemon thread between them. Whatever the sink does, those who record do not wait.
 *
 * <p>The thread looks for events every few milliseconds rather than being woken by each: waking a thread costs those
 * who record more than all the rest.
 */
final class SinkWriter {
    private static final int MAX_BATCH = 512;
    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
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

    /** Hands an event over; never waits. */
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
                LockSupport.parkNanos(this, LOOK_EVERY_NANOS);
            }
        }
        closeSink();
    }

    @SuppressWarnings("Interruption") // gives up the sink, not the thread
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

    /** Waits until the sink has had what was accepted before; whether it has by {@code deadline}, in nanoseconds. */
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

    /** Takes no more events, and lets the thread end when it has written what waits. */
    void beginClosing() {
        closing = true;
        LockSupport.unpark(thread);
    }

    /** Waits for the end of the thread, and gives up what still waits after {@code deadline}, in nanoseconds. */
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
