// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.metrics;

/**
 * What the runtime counts. All methods do nothing by default; they are called by many threads, on the path of requests,
 * and must not block.
 *
 * @see dev.likeaclockwork.runtime.micrometer.MicrometerMetrics
 */
public interface RuntimeMetrics {
    /** Counts nothing. */
    RuntimeMetrics NONE = new RuntimeMetrics() {};

    /** An event was recorded. */
    default void recorded() {}

    /** Events did not get to a sink: its buffer was full, it threw, or it was still busy when all was closed. */
    default void dropped(String sink, long events) {}

    /** A stamp from outside was treated as absent. */
    default void rejected(Rejection reason) {}

    /** A stamp was read from a carrier. */
    default void extracted(int entries) {}

    /** A stamp was put on a carrier. */
    default void injected(int entries) {}

    /** A stamp was left out because it was over the budget of its carrier. */
    default void overBudget() {}

    /** A peer knew more of an activity than the activity itself: a node id is used twice, or a clock went back. */
    default void identityConflict() {}

    /** A scope was closed by another thread, or not in the order of opening. */
    default void scopeMisused() {}

    /** A carrier, or the runtime itself, threw; the user's request went on. */
    default void failed() {}
}
