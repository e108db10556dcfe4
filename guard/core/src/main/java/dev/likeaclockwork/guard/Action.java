// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

/** What is done with an event. */
public enum Action {
    /** Its effect runs, and it is remembered. */
    PROCESS,
    /** Nothing: it is acknowledged and gone. */
    DROP,
    /** It waits in the conflict queue until somebody resolves it. */
    QUEUE,
    /** Nothing yet: it should be delivered again, because its effect is running in another thread. */
    DEFER
}
