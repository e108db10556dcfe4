// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.event;

/** Where a reader puts what it found, in the order of the log. Called by one thread at a time. */
public interface EventSink {
    /** Takes an event. */
    void event(LoggedEvent event);

    /** Takes notice of something that could not be read. */
    void problem(Problem problem);
}
