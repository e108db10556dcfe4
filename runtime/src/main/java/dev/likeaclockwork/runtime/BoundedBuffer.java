// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A queue of many producers and one consumer that holds a bounded number of elements and makes nobody wait: what does not fit is
 * refused. Elements count until the consumer is done with them.
 */
final class BoundedBuffer<T> {
    private final int capacity;
    private final Queue<T> queue = new ConcurrentLinkedQueue<>();
    private final AtomicLong accepted = new AtomicLong();

    /** Elements that the consumer is done with; written by it alone. */
    private volatile long done;

    BoundedBuffer(int capacity) {
        this.capacity = capacity;
    }

    /** Whether {@code element} fitted. */
    boolean offer(T element) {
        long before;
        do {
            before = accepted.get();
            if (before - done >= capacity) {
                return false;
            }
        } while (!accepted.compareAndSet(before, before + 1));
        queue.add(element);
        return true;
    }

    /** Moves up to {@code max} elements to a list; for the consumer. */
    void drainTo(List<T> batch, int max) {
        while (batch.size() < max) {
            T element = queue.poll();
            if (element == null) {
                return;
            }
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
}
