// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import dev.likeaclockwork.VectorTimestamp;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The runtime of one service: starts {@linkplain Activity activities}, hands what they record to sinks, and has the
 * handlers that integrations build on.
 *
 * <pre>{@code
 * Clockwork clockwork = Clockwork.builder("inventory").sink(JsonLinesSink.to(Path.of("inventory.jsonl"))).build();
 * clockwork.event("stock.reserved").wrote("product:42").over("7").as("8").record();
 * }</pre>
 *
 * <p>Thread-safe. Recording costs a few small objects and never waits: a sink that is slow, hangs or throws loses
 * events, which are counted, and nobody else notices. {@link #close} writes what waits.
 */
public final class Clockwork implements AutoCloseable {
    private final String service;
    private final Duration shutdownTimeout;
    private final RuntimeMetrics metrics;
    private final Complaints complaints;
    private final Branches branches;
    private final Recorder recorder;
    private final Stamps stamps;
    private final EdgePolicy edge;

    Clockwork(ClockworkBuilder builder) {
        this.service = builder.service;
        this.shutdownTimeout = builder.shutdownTimeout;
        this.metrics = builder.metrics;
        this.edge = builder.edge;
        this.complaints = new Complaints(service);
        this.branches = Branches.of(this, builder.scope, new NodeIds(service, builder.random));
        this.stamps = new Stamps(builder.limits, builder.headerBudget, metrics, complaints);
        this.recorder = Recorder.start(builder, complaints);
    }

    /**
     * Begins the configuration of a runtime.
     *
     * @param service its name, the part of node ids before the slash: 1 to 114 visible ASCII characters other than
     *     {@code ,}, {@code =} and {@code /}
     */
    public static ClockworkBuilder builder(String service) {
        return new ClockworkBuilder(service);
    }

    /** The name of the service. */
    public String service() {
        return service;
    }

    /** What is done with causality that comes with requests, unless a handler is told otherwise. */
    public EdgePolicy edgePolicy() {
        return edge;
    }

    /** Starts an activity that knows of nothing. In {@link Scope#PROCESS}, the one that there is. */
    public Activity start() {
        return branches.start();
    }

    Activity start(VectorTimestamp past) {
        return branches.start(past);
    }

    Activity branch(Activity parent, VectorTimestamp moment) {
        return branches.fork(parent, moment);
    }

    /**
     * The current activity of this thread, if it is one of this runtime. In {@link Scope#PROCESS} there always is one.
     */
    public Optional<Activity> current() {
        Activity current = ActivityScope.current();
        return current != null && current.clockwork() == this ? Optional.of(current) : branches.fallback();
    }

    /** The current activity of this thread, or else a new one, which is not made current. */
    public Activity currentOrStart() {
        return current().orElseGet(this::start);
    }

    /**
     * Begins the recording of an event of the current activity. Where there is none, the event is the only one of a new
     * activity: it is in the log, but nothing is known to be before or after it.
     */
    public EventRecording event(String type) {
        return currentOrStart().event(type);
    }

    /** The task as a branch of the activity that is current now; the task itself if there is none. */
    public Runnable wrap(Runnable task) {
        Objects.requireNonNull(task, "task");
        return current().map(activity -> activity.wrap(task)).orElse(task);
    }

    /** The task as a branch of the activity that is current now; the task itself if there is none. */
    public <T> Callable<T> wrap(Callable<T> task) {
        Objects.requireNonNull(task, "task");
        return current().map(activity -> activity.wrap(task)).orElse(task);
    }

    /** An executor whose tasks are branches of the activities that are current where they are given to it. */
    public Executor wrap(Executor executor) {
        Objects.requireNonNull(executor, "executor");
        return task -> executor.execute(wrap(task));
    }

    /**
     * An executor service whose tasks are branches of the activities that are current where they are submitted. Whoever
     * takes a result from a future that it gave joins the branch.
     */
    public ExecutorService wrap(ExecutorService executor) {
        return new BranchExecutor(this, Objects.requireNonNull(executor, "executor"));
    }

    /**
     * Runs a task in {@code executor} as a branch of the activity that is current now, or as a new activity; whoever
     * takes the future's value joins it. See {@link Activity#carry}.
     */
    public <T> CompletableFuture<T> supplyAsync(Supplier<T> task, Executor executor) {
        Activity branch = current().map(Activity::fork).orElseGet(this::start);
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

    /** Handles requests that a web server receives. */
    public InboundHandler httpServer() {
        return httpServer(edge);
    }

    /** Handles requests that a web server receives, with a trust boundary of their own. */
    public InboundHandler httpServer(EdgePolicy edge) {
        return new InboundHandler(this, Vocabulary.HTTP_SERVER, edge);
    }

    /** Handles requests that a web client sends. */
    public OutboundHandler httpClient() {
        return new OutboundHandler(this, Vocabulary.HTTP_CLIENT);
    }

    /** Handles calls that an RPC server receives. */
    public InboundHandler rpcServer() {
        return rpcServer(edge);
    }

    /** Handles calls that an RPC server receives, with a trust boundary of their own. */
    public InboundHandler rpcServer(EdgePolicy edge) {
        return new InboundHandler(this, Vocabulary.RPC_SERVER, edge);
    }

    /** Handles calls that an RPC client makes. */
    public OutboundHandler rpcClient() {
        return new OutboundHandler(this, Vocabulary.RPC_CLIENT);
    }

    /** Handles messages that are sent to a broker, queue or topic. */
    public OutboundHandler producer() {
        return new OutboundHandler(this, Vocabulary.PRODUCER);
    }

    /** Handles messages that come from a broker, queue or topic. */
    public InboundHandler consumer() {
        return consumer(edge);
    }

    /** Handles messages that come from a broker, queue or topic, with a trust boundary of their own. */
    public InboundHandler consumer(EdgePolicy edge) {
        return new InboundHandler(this, Vocabulary.CONSUMER, edge);
    }

    /** Reads and writes stamps within this service's limits, for integrations that record by other means. */
    public Stamps stamps() {
        return stamps;
    }

    /** The events that did not get to a sink so far. */
    public long dropped() {
        return recorder.dropped();
    }

    /** Waits until all that was recorded before has got to the sinks, or not; whether it has within {@code timeout}. */
    public boolean flush(Duration timeout) {
        return recorder.flush(timeout);
    }

    /**
     * Writes what waits and closes the sinks, which takes at most as long as the builder said. What is recorded later
     * is dropped and counted. Closing twice does nothing.
     */
    @Override
    public void close() {
        recorder.close(shutdownTimeout);
    }

    Recorder recorder() {
        return recorder;
    }

    RuntimeMetrics metrics() {
        return metrics;
    }

    Complaints complaints() {
        return complaints;
    }

    void scopeMisused(String what) {
        metrics.scopeMisused();
        complaints.warn(what, new IllegalStateException("closed here"));
    }

    /** A peer can never know more of an activity than the activity itself. */
    void checkIdentity(Activity activity, VectorTimestamp stamp) {
        checkIdentity(activity.node(), activity.snapshot().get(activity.node()), stamp);
    }

    void checkIdentity(String node, long recorded, VectorTimestamp stamp) {
        long claim = stamp.get(node);
        if (claim > recorded) {
            complaints.warnOnce(
                    "identity",
                    "a peer knows " + claim + " events of " + node + ", which has recorded " + recorded
                            + ": the node id is used twice, a clock went back, or a header is forged",
                    null);
            safely(metrics::identityConflict);
        }
    }

    /**
     * Does what must not fail the user's request: an exception is counted, and said once.
     *
     * @param action what is done; null for nothing
     */
    public void safely(@Nullable Runnable action) {
        try {
            if (action != null) {
                action.run();
            }
        } catch (RuntimeException e) {
            metrics.failed();
            complaints.warnOnce("failure " + e.getClass().getName(), "something was not recorded", e);
        }
    }
}
