// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.metrics;

/**
 * The counters of a runtime. All methods do nothing by default. They are called by many threads, on the path of
 * requests, and must neither block nor throw.
 *
 * @see dev.likeaclockwork.runtime.micrometer.MicrometerMetrics
 */
public interface RuntimeMetrics {
    /** Counts nothing. */
    RuntimeMetrics NONE = new RuntimeMetrics() {};

    /** Counts a recorded event. */
    default void recorded() {}

    /** Counts events that a sink did not write: its buffer was full, it threw, or it did not finish before shutdown. */
    default void dropped(String sink, long events) {}

    /** Counts an inbound timestamp that was rejected and treated as absent. */
    default void rejected(Rejection reason) {}

    /** Counts a timestamp that was read from a carrier, with its number of entries. */
    default void extracted(int entries) {}

    /** Counts a timestamp that was written to a carrier, with its number of entries. */
    default void injected(int entries) {}

    /** Counts a timestamp that was left out because it exceeds the header budget. */
    default void overBudget() {}

    /**
     * Counts a timestamp that claims unrecorded events of an activity: a node id is used twice, or a clock went back.
     */
    default void identityConflict() {}

    /** Counts a scope that was closed by another thread, or out of order. */
    default void scopeMisused() {}

    /** Counts an exception of a carrier or of the runtime itself that did not reach the user's request. */
    default void failed() {}
}
