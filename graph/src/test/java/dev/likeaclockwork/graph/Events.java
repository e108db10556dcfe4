// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import dev.likeaclockwork.graph.event.Access;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.event.LoggedVector;
import dev.likeaclockwork.graph.event.Position;
import dev.likeaclockwork.graph.query.EventReference;
import java.util.List;
import java.util.Map;

/** Events by hand, at lines of a file called log. */
final class Events {
    private Events() {}

    static CausalGraph graph(LoggedEvent... events) {
        return CausalGraph.of(List.of(events));
    }

    static LoggedEvent event(int line, String node, Map<String, Long> vector) {
        return LoggedEvent.builder(new Position("log", line), node)
                .vector(LoggedVector.of(vector))
                .build();
    }

    static LoggedEvent access(int line, String node, long counter, Access.Kind kind, String base, String version) {
        return LoggedEvent.builder(new Position("log", line), node)
                .vector(LoggedVector.of(Map.of(node, counter)))
                .access(new Access("r", kind, base, version))
                .build();
    }

    static int atLine(CausalGraph graph, int line) {
        return EventReference.find(graph, "log:" + line);
    }
}
