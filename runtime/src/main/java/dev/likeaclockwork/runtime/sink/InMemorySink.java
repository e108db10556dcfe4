// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.sink;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A sink that keeps the latest events in memory, for tests and for diagnosis. Thread-safe.
 *
 * <p>Events arrive shortly after they are recorded; {@code Clockwork.flush} waits for them.
 */
public final class InMemorySink implements RecordSink {
    private final int capacity;
    private final Deque<RecordedEvent> events = new ArrayDeque<>();

    private InMemorySink(int capacity) {
        this.capacity = capacity;
    }

    /** Creates a sink that keeps all events, for tests. */
    public static InMemorySink create() {
        return new InMemorySink(Integer.MAX_VALUE);
    }

    /**
     * Creates a sink that keeps the latest {@code capacity} events.
     *
     * @throws IllegalArgumentException if {@code capacity} is below 1
     */
    public static InMemorySink create(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, but is " + capacity);
        }
        return new InMemorySink(capacity);
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public synchronized void write(List<RecordedEvent> batch) {
        for (RecordedEvent event : batch) {
            if (events.size() == capacity) {
                events.removeFirst();
            }
            events.addLast(event);
        }
    }

    /** The events, oldest first, in a new unmodifiable list. */
    public synchronized List<RecordedEvent> events() {
        return List.copyOf(events);
    }

    /** The log lines of the events, oldest first. */
    public List<String> lines() {
        return events().stream().map(RecordedEvent::toJson).toList();
    }

    /** Removes all events. */
    public synchronized void clear() {
        events.clear();
    }
}
