// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import dev.likeaclockwork.runtime.metrics.RuntimeMetrics;
import dev.likeaclockwork.runtime.sink.RecordSink;
import dev.likeaclockwork.wire.WireLimits;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** The builder of a {@link Clockwork}. No argument may be null. Not thread-safe. */
public final class ClockworkBuilder {
    /**
     * The default header budget in bytes: a quarter of the limit that servers commonly set for all headers together.
     */
    public static final int DEFAULT_HEADER_BUDGET = 2048;

    /** The default number of events that may wait for one sink. */
    public static final int DEFAULT_BUFFERED_EVENTS = 16_384;

    final String service;
    final List<RecordSink> sinks = new ArrayList<>();
    NodeScope scope = NodeScope.ACTIVITY;
    EdgePolicy edgePolicy = EdgePolicy.TRUST;
    WireLimits limits = WireLimits.DEFAULT;
    int headerBudget = DEFAULT_HEADER_BUDGET;
    int bufferedEvents = DEFAULT_BUFFERED_EVENTS;
    Duration shutdownTimeout = Duration.ofSeconds(5);
    InstantSource time = InstantSource.system();
    RandomGenerator random = new BlockRandom(new SecureRandom());
    RuntimeMetrics metrics = RuntimeMetrics.NONE;

    ClockworkBuilder(String service) {
        this.service = Objects.requireNonNull(service, "service");
    }

    /** Adds a sink, which the runtime closes. Without a sink, events are counted and propagated, but not kept. */
    public ClockworkBuilder sink(RecordSink sink) {
        sinks.add(Objects.requireNonNull(sink, "sink"));
        return this;
    }

    /** Sets what a node is; {@link NodeScope#ACTIVITY} by default. */
    public ClockworkBuilder scope(NodeScope scope) {
        this.scope = Objects.requireNonNull(scope, "scope");
        return this;
    }

    /** Sets the trust boundary for inbound causality; {@link EdgePolicy#TRUST} by default. */
    public ClockworkBuilder edgePolicy(EdgePolicy policy) {
        this.edgePolicy = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /** Sets the largest timestamp that is read from a carrier; 256 entries and 8 KiB by default. */
    public ClockworkBuilder limits(WireLimits limits) {
        this.limits = Objects.requireNonNull(limits, "limits");
        return this;
    }

    /**
     * Sets the largest timestamp header that is written to a carrier, name and value together, in bytes; 2 KiB by
     * default. A larger one is left out.
     */
    public ClockworkBuilder headerBudget(int bytes) {
        this.headerBudget = atLeastOne("headerBudget", bytes);
        return this;
    }

    /**
     * Sets the number of events that may wait for one sink; 16384 by default. Further events are dropped and counted.
     * The buffer takes 4 or 8 bytes per event from the start.
     */
    public ClockworkBuilder bufferedEvents(int events) {
        this.bufferedEvents = atLeastOne("bufferedEvents", events);
        return this;
    }

    private static int atLeastOne(String parameter, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(parameter + " must be at least 1, but is " + value);
        }
        return value;
    }

    /** Sets the longest time that {@link Clockwork#close} may take; 5 s by default. */
    public ClockworkBuilder shutdownTimeout(Duration timeout) {
        this.shutdownTimeout = Objects.requireNonNull(timeout, "timeout");
        return this;
    }

    /** Sets the wall clock, such as a {@link java.time.Clock}; the system's by default. */
    public ClockworkBuilder time(InstantSource time) {
        this.time = Objects.requireNonNull(time, "time");
        return this;
    }

    /**
     * Sets the source of random node ids; a {@link SecureRandom} by default. It must be thread-safe, and its numbers
     * must not repeat in any process.
     */
    public ClockworkBuilder random(RandomGenerator random) {
        this.random = Objects.requireNonNull(random, "random");
        return this;
    }

    /** Sets the metrics; {@link RuntimeMetrics#NONE} by default. */
    public ClockworkBuilder metrics(RuntimeMetrics metrics) {
        this.metrics = Objects.requireNonNull(metrics, "metrics");
        return this;
    }

    /**
     * Starts the runtime, with one daemon thread for each sink.
     *
     * @throws IllegalArgumentException if the name of the service cannot be part of a node id
     */
    public Clockwork build() {
        return new Clockwork(this);
    }
}
