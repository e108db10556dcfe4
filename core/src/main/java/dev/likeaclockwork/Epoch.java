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
     * Senders only add one to the counter, which is a single atomic instruction however many there are. A receive that
     * brings news must replace base and counter together, so that no sender puts a new count on an old base: then two
     * sends of one node could look concurrent. It freezes the counter first, by atomically exchanging it for the smallest
     * number, which stays negative whatever senders add, and so reads the last count, and then publishes the next epoch. Who finds a frozen counter looks again; what it
     * added meanwhile is lost with the epoch. A send thus costs one atomic addition, whoever else sends.
     *
     * At Long.MAX_VALUE the addition itself sets the sign bit. The one thread that caused this takes it back.
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
