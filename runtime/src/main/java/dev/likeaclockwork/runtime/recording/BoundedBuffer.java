// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.recording;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A bounded, non-blocking queue of many producers and one consumer; elements that do not fit are refused. An element
 * occupies its place until the consumer is done with it. Offering an element allocates nothing.
 */
final class BoundedBuffer<T> {
    /*
     * A ring. A producer takes a number and puts its element into the slot of that number. The slot is free, because
     * the consumer is done with the element of the previous round. The consumer stops at a slot whose producer has
     * taken the number and not yet put the element.
     */
    private final AtomicReferenceArray<@Nullable T> slots;
    private final AtomicLong accepted = new AtomicLong();

    /** The number of drained elements; used by the consumer alone. */
    private long drained;

    /** The number of elements that the consumer is done with; written by the consumer alone. */
    private volatile long done;

    BoundedBuffer(int capacity) {
        this.slots = new AtomicReferenceArray<>(capacity);
    }

    /** Adds an element; returns false if the buffer is full. */
    boolean offer(T element) {
        long before;
        do {
            before = accepted.get();
            if (before - done >= slots.length()) {
                return false;
            }
        } while (!accepted.compareAndSet(before, before + 1));
        slots.setRelease(slot(before), element);
        return true;
    }

    /** Moves up to {@code max} elements to a list; for the consumer. */
    void drainTo(List<T> batch, int max) {
        while (batch.size() < max) {
            T element = slots.getAcquire(slot(drained));
            if (element == null) {
                return;
            }
            slots.setPlain(slot(drained), null);
            drained++;
            batch.add(element);
        }
    }

    /** Frees the places of drained elements; for the consumer. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one consumer
    void done(int elements) {
        done += elements;
    }

    /** The number of elements accepted so far. */
    long accepted() {
        return accepted.get();
    }

    /** Whether the consumer is done with the first {@code count} elements. */
    boolean isDone(long count) {
        return done >= count;
    }

    /** The number of elements that wait or are being consumed. */
    long size() {
        return accepted.get() - done;
    }

    private int slot(long number) {
        return (int) (number % slots.length());
    }
}
