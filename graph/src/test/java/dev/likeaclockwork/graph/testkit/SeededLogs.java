// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.testkit;

import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.testkit.Execution;
import dev.likeaclockwork.testkit.ExecutionShape;
import java.util.List;

/** Logs of seeded executions with accesses, for tests of other packages. */
public final class SeededLogs {
    private static final List<String> LABELS = List.of("sent", "taken", "written \"7\"", "");

    /** In seconds since 1970. */
    private static final long START = 1_795_428_000;

    private SeededLogs() {}

    /** The events of an execution of 40 steps, some of them lost, with one of a few labels each. */
    public static List<LoggedEvent> log(long seed, double loss) {
        ExecutionShape shape = ExecutionShape.seeded(seed).withEvents(40);
        return new LoggedExecution(Execution.of(shape, seed), seed, 0.3)
                .log(loss, 0).stream().map(SeededLogs::relabelled).toList();
    }

    private static LoggedEvent relabelled(LoggedEvent event) {
        return LoggedEvent.builder(event.position(), event.node())
                .vector(event.vector())
                .label(LABELS.get(event.label().hashCode() & 3))
                .id(event.label())
                .time(event.time().plusSeconds(START))
                .access(event.access())
                .build();
    }
}
