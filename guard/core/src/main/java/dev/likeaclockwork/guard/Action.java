// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

/** What a deduplicator does with an event. */
public enum Action {
    /** The effect of the event runs, and the event is remembered. */
    PROCESS,
    /** The event is acknowledged without effect. */
    DROP,
    /** The event waits in the conflict queue until it is resolved. */
    QUEUE,
    /** The event must be delivered again later, because its effect is running in another thread. */
    DEFER
}
