// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.recording;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A queue of many producers and one consumer that holds a bounded number of elements and makes nobody wait: what does
 * not fit is refused. Elements count until the consumer is done with them. An element costs its producer no memory.
 */
final class BoundedBuffer<T> {
    /*
     * A ring. A producer takes a number, and puts its element into the slot of that number, which is free: the consumer was done with
     * the element that was there a round before. The consumer stops at a slot whose producer has the number but did not put the
     * element yet.
     */
    private final AtomicReferenceArray<@Nullable T> slots;
    private final AtomicLong accepted = new AtomicLong();

    /** Elements that the consumer has drained; its own. */
    private long drained;

    /** Elements that the consumer is done with; written by it alone. */
    private volatile long done;

    BoundedBuffer(int capacity) {
        this.slots = new AtomicReferenceArray<>(capacity);
    }

    /** Whether {@code element} fitted. */
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

    /** Says that the consumer is done with so many elements that it drained; for the consumer. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one consumer
    void done(int elements) {
        done += elements;
    }

    /** How many elements were accepted so far. */
    long accepted() {
        return accepted.get();
    }

    /** Whether the consumer is done with the first {@code count} elements. */
    boolean isDone(long count) {
        return done >= count;
    }

    /** How many elements wait or are being consumed. */
    long size() {
        return accepted.get() - done;
    }

    private int slot(long number) {
        return (int) (number % slots.length());
    }
}
