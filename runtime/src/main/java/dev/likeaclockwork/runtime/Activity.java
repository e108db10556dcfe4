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

/**
 * One branch of a request inside a service: a node of its own, with a fresh id and a vector clock.
 *
 * <p>{@link #tick}, {@link #send} and {@link #receive} record one event each, which is one log line, and return its
 * timestamp. {@link #event} builds an event with an access, fields or a payload. {@link #fork} and {@link #join} change
 * what a branch knows and record nothing.
 *
 * <p>Thread-safe. The events of one activity are totally ordered, whichever threads record them. Work that runs in
 * parallel should therefore run in a {@linkplain #fork fork}, as the wrapped tasks of this class and the executors of
 * {@link Clockwork#wrap} do.
 */
public final class Activity {
    private final Activities activities;
    private final RuntimeContext context;
    private final VectorClock clock;

    Activity(Activities activities, RuntimeContext context, VectorClock clock) {
        this.activities = activities;
        this.context = context;
        this.clock = clock;
    }

    /** The node id, such as {@code order-service/5k2v0c1m9z3xq}. */
    public String node() {
        return clock.node();
    }

    /** The activity's current knowledge. Records nothing. */
    public VectorTimestamp snapshot() {
        return clock.snapshot();
    }

    /**
     * Starts to build an event.
     *
     * @param type the kind of event, such as {@code stock.reserved}; any text
     */
    public EventBuilder event(String type) {
        return new EventBuilder(context, clock, type);
    }

    /** Records an event inside the activity. */
    public VectorTimestamp tick(String type) {
        return event(type).record();
    }

    /** Records the sending of a message, which must carry the returned timestamp. */
    public VectorTimestamp send(String type) {
        return event(type).record();
    }

    /** Records the receipt of a message that carried {@code timestamp}. */
    public VectorTimestamp receive(String type, VectorTimestamp timestamp) {
        return event(type).receive(List.of(timestamp));
    }

    /** Records the receipt of a batch of messages as one event, whose causal past includes all their timestamps. */
    public VectorTimestamp receive(String type, Collection<VectorTimestamp> timestamps) {
        return event(type).receive(timestamps);
    }

    /**
     * Records an event with fields; for integrations, because it costs less than {@link #event}.
     *
     * @param fields texts, numbers and truth values, in the order of the log line
     */
    public VectorTimestamp record(String type, Map<String, Object> fields) {
        return publish(clock.tick(), type, fields);
    }

    /** Records the receipt of a message as an event with fields; see {@link #record}. */
    public VectorTimestamp receive(String type, Map<String, Object> fields, VectorTimestamp timestamp) {
        context.checkIdentity(node(), snapshot().get(node()), timestamp);
        return publish(clock.receive(timestamp), type, fields);
    }

    private VectorTimestamp publish(VectorTimestamp timestamp, String type, Map<String, Object> fields) {
        return context.recorder().record(timestamp, node(), type, null, fields, null);
    }

    /**
     * Starts a branch that runs in parallel. It knows what this activity knows now; from then on neither knows of the
     * other's events. In {@link NodeScope#PROCESS}, returns this activity.
     */
    public Activity fork() {
        return fork(snapshot());
    }

    /**
     * Starts a branch from an earlier moment of this activity, such as the sending of a request. In
     * {@link NodeScope#PROCESS}, returns this activity.
     *
     * @param moment the timestamp of an event of this activity
     */
    public Activity fork(VectorTimestamp moment) {
        return activities.fork(moment);
    }

    /**
     * Merges the knowledge of another activity, such as the one that computed a result: events that this activity
     * records afterwards happen after all that {@code other} has recorded. Records nothing.
     */
    public void join(Activity other) {
        if (other != this) {
            join(other.snapshot());
        }
    }

    /** Merges a timestamp without recording an event, for integrations that record events elsewhere. */
    public void join(VectorTimestamp timestamp) {
        clock.merge(Timestamps.withoutZeros(timestamp));
    }

    /** Makes this the current activity of this thread until the scope is closed. */
    public ActivityScope makeCurrent() {
        return ActivityScope.open(this);
    }

    /** Runs a task while this is the current activity. */
    public void run(Runnable task) {
        ActivityScope scope = makeCurrent();
        try {
            task.run();
        } finally {
            scope.close();
        }
    }

    /** Calls a task while this is the current activity. */
    public <T> T call(Callable<T> task) throws Exception {
        ActivityScope scope = makeCurrent();
        try {
            return task.call();
        } finally {
            scope.close();
        }
    }

    /** Wraps a task as a parallel branch that forks now and may run in any thread. */
    public Runnable wrap(Runnable task) {
        Objects.requireNonNull(task, "task");
        Activity branch = fork();
        return () -> branch.run(task);
    }

    /** Wraps a task as a parallel branch that forks now and may run in any thread. */
    public <T> Callable<T> wrap(Callable<T> task) {
        Objects.requireNonNull(task, "task");
        Activity branch = fork();
        return () -> branch.call(task);
    }

    /**
     * Wraps a task as a parallel branch that forks now and may run in any thread. Not an overload of {@code wrap},
     * because a lambda would match both.
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
     * Returns a future with the outcome of {@code future} that carries this activity's knowledge: taking its value by
     * {@code get}, {@code join} or {@code getNow} joins this activity into the caller's current one. Dependent
     * functions, such as those of {@code thenApply}, run with this activity current if they were added before
     * completion, and with the caller's otherwise.
     */
    public <T> CompletableFuture<T> carry(CompletableFuture<T> future) {
        return BranchFuture.of(this, future);
    }

    /**
     * Joins this activity into the current one of the thread, if there is one and {@code outcome} is done. For futures
     * of other libraries, which call it wherever a caller takes the outcome; a failure carries knowledge as a value
     * does. Records nothing; takes O(n).
     *
     * @param outcome the future of the work that this activity did
     */
    public void joinIntoCurrentIfDone(Future<?> outcome) {
        if (outcome.isDone()) {
            activities.current().ifPresent(current -> current.join(this));
        }
    }

    boolean isOf(Activities factory) {
        return activities.equals(factory);
    }

    /** Merges a past as it is, with entries of 0. */
    void merge(VectorTimestamp past) {
        clock.merge(past);
    }

    void scopeMisused(String message) {
        context.scopeMisused("the scope of " + node() + " was " + message);
    }

    /** The node id and the activity's current knowledge. */
    @Override
    public String toString() {
        return node() + " [" + snapshot() + "]";
    }
}
