// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import dev.likeaclockwork.internal.vector.SharedVector;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The state of a clock between two receives that brought news: a shared vector, the base, and the owner's counter.
 *
 * <p>Thread-safe. Every method takes O(1).
 */
final class Epoch {
    /*
     * A send only adds one to the counter, a single atomic instruction at any number of senders. A receive that brings
     * news must replace base and counter together: a new count on an old base could make two sends of one node look
     * concurrent. The receive freezes the counter by exchanging it for the smallest number, which stays negative under
     * any additions, and so reads the last count; then it publishes the next epoch. A thread that finds a frozen
     * counter tries again with the next epoch, and its addition is lost with the old one.
     *
     * At Long.MAX_VALUE the addition itself makes the counter negative. The one thread that caused this undoes it.
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

    /** An epoch whose owner has recorded nothing. */
    Epoch(SharedVector base) {
        this.base = base;
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
