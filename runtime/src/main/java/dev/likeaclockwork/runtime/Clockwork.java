// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.runtime.propagation.Propagator;
import dev.likeaclockwork.runtime.recording.OnceLog;
import dev.likeaclockwork.runtime.recording.Recorder;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/**
 * The runtime of one service: starts {@linkplain Activity activities} and hands their events to sinks.
 *
 * <pre>{@code
 * Clockwork clockwork = Clockwork.builder("inventory").sink(JsonLinesSink.create(Path.of("inventory.jsonl"))).build();
 * clockwork.event("stock.reserved").wrote("product:42", "7", "8").record();
 * }</pre>
 *
 * <p>Thread-safe. Recording costs a few small objects and never waits: a sink that is slow, hangs or throws loses
 * events, which are counted, and affects neither the caller nor other sinks. {@link #close} writes the events that are
 * still buffered.
 */
public final class Clockwork implements AutoCloseable {
    private final String service;
    private final Duration shutdownTimeout;
    private final EdgePolicy edgePolicy;
    private final RuntimeContext context;
    private final Activities activities;
    private final Propagator propagator;

    Clockwork(ClockworkBuilder builder) {
        this.service = builder.service;
        this.shutdownTimeout = builder.shutdownTimeout;
        this.edgePolicy = builder.edgePolicy;
        OnceLog log = new OnceLog(service);
        NodeIds ids = new NodeIds(service, builder.random);
        this.propagator = new SafePropagator(builder.limits, builder.headerBudget, builder.metrics, log);
        Recorder recorder =
                Recorder.start(service, builder.sinks, builder.bufferedEvents, builder.time, builder.metrics, log);
        this.context = new RuntimeContext(recorder, builder.metrics, log);
        this.activities = Activities.of(builder.scope, context, ids);
    }

    /**
     * Starts the configuration of a runtime.
     *
     * @param service the name of the service, which is the part of node ids before the slash: 1 to 114 visible ASCII
     *     characters other than {@code ,}, {@code =} and {@code /}
     */
    public static ClockworkBuilder builder(String service) {
        return new ClockworkBuilder(service);
    }

    /** The name of the service. */
    public String service() {
        return service;
    }

    /** The trust boundary for inbound causality, unless a handler has one of its own. */
    public EdgePolicy edgePolicy() {
        return edgePolicy;
    }

    /** Starts an activity without a causal past. In {@link NodeScope#PROCESS}, returns the only one. */
    public Activity startActivity() {
        return activities.start();
    }

    /**
     * Starts an activity whose causal past is a timestamp that a request carried. Records nothing. In
     * {@link NodeScope#PROCESS}, merges the timestamp into the only activity and returns that one.
     */
    public Activity startActivity(VectorTimestamp past) {
        return activities.start(Objects.requireNonNull(past, "past"));
    }

    /**
     * The current activity of this thread, if this runtime started it. In {@link NodeScope#PROCESS}, the only activity.
     */
    public Optional<Activity> current() {
        return activities.current();
    }

    /** The current activity of this thread, or a new one, which does not become current. */
    public Activity currentOrNewActivity() {
        return current().orElseGet(this::startActivity);
    }

    /** Whether this runtime started an activity. */
    public boolean owns(Activity activity) {
        return activity.isOf(activities);
    }

    /**
     * Starts to build an event of the current activity. Without a current activity the event is the only one of a new
     * activity: the log has it, but no other event is ordered with it.
     */
    public EventBuilder event(String type) {
        return currentOrNewActivity().event(type);
    }

    /** Wraps a task as a branch of the activity that is current now; returns the task itself if there is none. */
    public Runnable wrap(Runnable task) {
        Objects.requireNonNull(task, "task");
        return current().map(activity -> activity.wrap(task)).orElse(task);
    }

    /** Wraps a task as a branch of the activity that is current now; returns the task itself if there is none. */
    public <T> Callable<T> wrap(Callable<T> task) {
        Objects.requireNonNull(task, "task");
        return current().map(activity -> activity.wrap(task)).orElse(task);
    }

    /** Wraps an executor: each task becomes a branch of the activity that is current where the task is submitted. */
    public Executor wrap(Executor executor) {
        Objects.requireNonNull(executor, "executor");
        return task -> executor.execute(wrap(task));
    }

    /**
     * Wraps an executor service: each task becomes a branch of the activity that is current where the task is
     * submitted. Taking the result of a returned future joins the branch.
     */
    public ExecutorService wrap(ExecutorService executor) {
        return new BranchExecutor(activities, Objects.requireNonNull(executor, "executor"));
    }

    /**
     * Runs a task in {@code executor} as a branch of the activity that is current now, or as a new activity. Taking the
     * future's value joins the branch; see {@link Activity#carry}.
     */
    public <T> CompletableFuture<T> supplyAsync(Supplier<T> task, Executor executor) {
        Activity branch = current().map(Activity::fork).orElseGet(this::startActivity);
        CompletableFuture<T> future = new CompletableFuture<>();
        CompletableFuture<T> carried = branch.carry(future);
        executor.execute(() -> branch.run(() -> complete(future, task)));
        return carried;
    }

    private static <T> void complete(CompletableFuture<T> future, Supplier<T> task) {
        try {
            future.complete(task.get());
        } catch (Throwable e) {
            future.completeExceptionally(e);
        }
    }

    /** The propagator with this service's limits; for integrations. */
    public Propagator propagator() {
        return propagator;
    }

    /**
     * Runs an action whose failure must not reach the caller; exceptions are counted and logged once by class. For
     * integrations.
     */
    public void safely(Runnable action) {
        context.safely(action);
    }

    /** The number of events that were dropped before a sink had written them. */
    public long dropped() {
        return context.recorder().dropped();
    }

    /**
     * Waits until the sinks have written, or dropped, all events recorded before this call.
     *
     * @return whether they have within {@code timeout}
     */
    public boolean flush(Duration timeout) {
        return context.recorder().flush(timeout);
    }

    /**
     * Writes the buffered events and closes the sinks, within the builder's shutdown timeout. Events recorded later are
     * dropped and counted. A second call has no effect.
     */
    @Override
    public void close() {
        context.recorder().close(shutdownTimeout);
    }
}
