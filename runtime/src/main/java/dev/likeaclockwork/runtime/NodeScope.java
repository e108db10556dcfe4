// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

/** The extent of a node, whose events are totally ordered by definition. */
public enum NodeScope {
    /** A node is a branch of a request, so that events of unrelated requests stay unordered. The default. */
    ACTIVITY,
    /**
     * A node is the process, which has one activity that is always current. For actors, single-threaded nodes and
     * brokers; in a service with concurrent requests it hides races.
     */
    PROCESS
}
