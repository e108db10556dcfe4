// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import java.util.List;

/**
 * The events of one execution in the order of their files, and what was left out.
 *
 * @param name the name of the execution; empty if the log has only one
 * @param events in the order in which they were read
 * @param problems in the order in which they were met
 */
public record EventLog(String name, List<LoggedEvent> events, List<Problem> problems) {
    /** Copies both lists. */
    public EventLog {
        events = List.copyOf(events);
        problems = List.copyOf(problems);
    }

    /** The graph of this log. */
    public CausalGraph graph() {
        GraphBuilder builder = CausalGraph.builder();
        events.forEach(builder::event);
        problems.forEach(builder::problem);
        return builder.build();
    }
}
