// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.VectorTimestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One branch of a request inside a service: a node of its own, with a fresh id and a vector clock.
 *
 * <p>{@link #tick}, {@link #send} and {@link #receive} record one event each, that is one log line, and return its
 * timestamp. {@link #event} begins the recording of an event that says more. {@link #fork} and {@link #join} record
 * nothing: they say which branch knows of which.
 *
 * <p>Thread-safe. Events of one activity are in one order, whichever threads record them; work that runs in parallel
 * should therefore run in a {@linkplain #fork fork}, as the wrapped tasks of this class and the executors of
 * {@link Clockwork#wrap} do.
 */
public final class Activity {
    private final Clockwork clockwork;
    private final VectorClock clock;

    Activity(Clockwork clockwork, VectorClock clock) {
        this.clockwork = clockwork;
        this.clock = clock;
    }

    /** The runtime that started it. */
    public Clockwork clockwork() {
        return clockwork;
    }

    /** Its node id, such as {@code order-service/5k2v0c1m9z3xq}. */
    public String node() {
        return clock.node();
    }

    /** What it knows at the moment. Records nothing. */
    public VectorTimestamp snapshot() {
        return clock.snapshot();
    }

    /**
     * Begins the recording of an event.
     *
     * @param type what kind of event it is, such as {@code stock.reserved}; any text
     */
    public EventRecording event(String type) {
        return new EventRecording(this, type);
    }

    /** Records an event inside the activity. */
    public VectorTimestamp tick(String type) {
        return event(type).record();
    }

    /** Records the sending of a message; the returned timestamp goes with it. */
    public VectorTimestamp send(String type) {
        return event(type).record();
    }

    /** Records the receipt of a message, of which {@code stamp} tells what its sender knew. */
    public VectorTimestamp receive(String type, VectorTimestamp stamp) {
        return event(type).receive(List.of(stamp));
    }

    /** Records the receipt of a batch of messages as one event that knows what all their senders knew. */
    public VectorTimestamp receive(String type, Collection<VectorTimestamp> stamps) {
        return event(type).receive(stamps);
    }

    /** Records an event that says no more than some fields; for handlers. */
    VectorTimestamp record(String type, Map<String, Object> fields) {
        return publish(clock.tick(), type, fields);
    }

    /** Records the receipt of one message that may have had a stamp; for handlers. */
    VectorTimestamp receive(String type, Map<String, Object> fields, @Nullable VectorTimestamp stamp) {
        return stamp == null ? record(type, fields) : publish(count(stamp), type, fields);
    }

    private VectorTimestamp publish(VectorTimestamp timestamp, String type, Map<String, Object> fields) {
        return clockwork.recorder().record(timestamp, node(), type, null, fields, null);
    }

    /** Counts the receipt of messages, of which {@code stamp} tells what their senders knew together. */
    VectorTimestamp count(VectorTimestamp stamp) {
        clockwork.checkIdentity(this, stamp);
        return clock.receive(stamp);
    }

    /**
     * Starts a branch that runs in parallel: it knows what this activity knows now, and from now on neither knows of
     * what the other does. In {@link Scope#PROCESS}, this activity itself.
     */
    public Activity fork() {
        return forkAt(snapshot());
    }

    Activity forkAt(VectorTimestamp moment) {
        return clockwork.branch(this, moment);
    }

    /**
     * Takes over what another activity knows, as when its result is used: what this one records from now on happens
     * after all that {@code other} has recorded.
     */
    public void join(Activity other) {
        if (other != this) {
            join(other.snapshot());
        }
    }

    /** Takes over what a stamp tells, without recording an event: for integrations that count events elsewhere. */
    public void join(VectorTimestamp stamp) {
        clock.merge(Past.of(stamp));
    }

    /** Makes this the current activity of this thread, until the scope is closed. */
    public ActivityScope makeCurrent() {
        return ActivityScope.open(this);
    }

    /** Runs a task with this as the current activity. */
    public void run(Runnable task) {
        ActivityScope scope = makeCurrent();
        try {
            task.run();
        } finally {
            scope.close();
        }
    }

    /** Runs a task with this as the current activity. */
    public <T> T call(Callable<T> task) throws Exception {
        ActivityScope scope = makeCurrent();
        try {
            return task.call();
        } finally {
            scope.close();
        }
    }

    /** The task as a parallel branch that starts from here; it may run in any thread. */
    public Runnable wrap(Runnable task) {
        Objects.requireNonNull(task, "task");
        Activity branch = fork();
        return () -> branch.run(task);
    }

    /** The task as a parallel branch that starts from here; it may run in any thread. */
    public <T> Callable<T> wrap(Callable<T> task) {
        Objects.requireNonNull(task, "task");
        Activity branch = fork();
        return () -> branch.call(task);
    }

    /**
     * The task as a parallel branch that starts from here; it may run in any thread. Not an overload of {@code wrap}: a
     * lambda would fit both.
     */
    public <T> Supplier<T> wrapSupplier(Supplier<T> task) {
        Objects.requireNonNull(task, "task");
        Activity branch = fork();
        return () -> {
            ActivityScope scope = branch.makeCurrent();
            try {
                return task.get();
            } finally {
                scope.close();
            }
        };
    }

    /**
     * A future of the same outcome that carries what this activity knows: whoever takes its value, by {@code get},
     * {@code join} or {@code getNow}, joins this activity into the one that is current there. Functions that wait for
     * it, such as those of {@code thenApply}, run with this activity current; those given after it completed run in the
     * caller's.
     */
    public <T> CompletableFuture<T> carry(CompletableFuture<T> future) {
        return BranchFuture.of(this, future);
    }

    /**
     * Joins this activity into the current one of the thread, if there is one and {@code outcome} is there: for futures
     * of other libraries, which call it wherever somebody asks for a value. A failure tells of what this activity did
     * as much as a value does. Records nothing; takes O(n).
     *
     * @param outcome the future of what runs in this activity, which may have ended in any way
     */
    public void joinIntoCurrentIfDone(Future<?> outcome) {
        if (outcome.isDone()) {
            clockwork.current().ifPresent(current -> current.join(this));
        }
    }

    VectorClock clock() {
        return clock;
    }

    /** The node and what it knows. */
    @Override
    public String toString() {
        return node() + " [" + snapshot() + "]";
    }
}
