// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.runtime.metrics.RuntimeMetrics;
import dev.likeaclockwork.runtime.recording.OnceLog;
import dev.likeaclockwork.runtime.recording.Recorder;

/**
 * The services of one runtime that its activities share: the recorder, the metrics and the runtime's own log.
 * Thread-safe if the metrics are.
 *
 * @param recorder hands events to the sinks
 * @param metrics counts; called on the path of requests
 * @param log the runtime's messages in the service's own log
 */
record RuntimeContext(Recorder recorder, RuntimeMetrics metrics, OnceLog log) {
    /** Counts a scope that was closed out of order or by another thread, and logs a warning with a stack trace. */
    void scopeMisused(String message) {
        metrics.scopeMisused();
        log.warn(message, new IllegalStateException("closed here"));
    }

    /**
     * Reports a timestamp that claims more events of a node than the node has recorded, which no honest peer can know.
     *
     * @param recorded the number of events that the node has recorded
     */
    void checkIdentity(String node, long recorded, VectorTimestamp timestamp) {
        long claim = timestamp.get(node);
        if (claim > recorded) {
            log.warnOnce(
                    "identity",
                    "a peer claims " + claim + " events of node " + node + ", which has recorded " + recorded
                            + ": the node id is used twice, a clock went back, or a header is forged",
                    null);
            safely(metrics::identityConflict);
        }
    }

    /** Runs an action whose failure must not reach the caller; exceptions are counted and logged once by class. */
    void safely(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            metrics.failed();
            log.warnOnce("failure " + e.getClass().getName(), "something was not recorded", e);
        }
    }
}
