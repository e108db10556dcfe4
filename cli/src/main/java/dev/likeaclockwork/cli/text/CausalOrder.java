// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.text;

import dev.likeaclockwork.cli.output.Output;
import dev.likeaclockwork.graph.CausalGraph;
import java.util.Map;

/** Renders all events, causes before effects. */
public final class CausalOrder {
    private CausalOrder() {}

    /** Prints the events of one execution, as a diagram or as JSON objects. */
    public static void print(Execution execution, Output out) {
        CausalGraph graph = execution.graph();
        if (!out.isJson()) {
            new LaneDiagram(graph).print(out);
            return;
        }
        for (int event = 0; event < graph.size(); event++) {
            Map<String, Object> object = execution.object("event");
            object.putAll(Events.members(graph, event));
            out.object(object);
        }
    }
}
