// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

/** What a node is: whose events are in one order by definition. */
public enum NodeScope {
    /** A branch of a request. The default: events of unrelated requests stay unrelated. */
    ACTIVITY,
    /**
     * The process, from its start to its end: there is one activity, which is always current. For actors,
     * single-threaded nodes and brokers; in a service with many requests it hides races.
     */
    PROCESS
}
