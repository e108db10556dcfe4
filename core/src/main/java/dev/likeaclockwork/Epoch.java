// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import dev.likeaclockwork.internal.vector.SharedVector;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The time of a clock between two receives that brought news: a base, and the own counter that moves on it.
 *
 * <p>Thread-safe. Every method takes O(1).
 */
final class Epoch {
    /*
     * A sender only adds one to the counter, with a single atomic instruction. A receive that brings news must
     * replace the base and the counter together; otherwise a sender could put a new count on an old base, and two
     * sends of one node would look concurrent. The receive therefore freezes the counter first: it atomically
     * exchanges the count for the smallest number, which stays negative whatever senders add, and then publishes the
     * next epoch, which it allocated before. A thread that finds a frozen counter reads the epoch again; what it
     * added is lost with the old epoch.
     *
     * At Long.MAX_VALUE the addition overflows to a negative count. The one thread that caused the overflow takes it
     * back.
     */
    private static final VarHandle COUNT;

    static {
        try {
            COUNT = MethodHandles.lookup().findVarHandle(Epoch.class, "count", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final SharedVector base;

    /** Events that the owner has recorded; negative once frozen. */
    private volatile long count;

    Epoch(SharedVector base, long count) {
        this.base = base;
        this.count = count;
    }

    /** The owner's events so far; negative if this epoch is over. */
    long count() {
        return count;
    }

    /**
     * Counts one event and returns its number; not positive if this epoch is over.
     *
     * @throws ArithmeticException if the counter is at its end; it stays there
     */
    long next() {
        long last = (long) COUNT.getAndAdd(this, 1L);
        if (last == Long.MAX_VALUE) {
            count = Long.MAX_VALUE;
            throw new ArithmeticException("the counter of node '" + owner() + "' is at 2^63-1 and cannot count on");
        }
        return last + 1;
    }

    /** Ends this epoch and returns the owner's events in it; negative if another thread has ended it. */
    long freeze() {
        return (long) COUNT.getAndSet(this, Long.MIN_VALUE);
    }

    /** Sets the counter of an epoch that is not published, or that this thread has frozen. */
    void start(long count) {
        this.count = count;
    }

    private String owner() {
        return base.members.id(base.owner);
    }
}
