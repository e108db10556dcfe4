// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.diagram;

import dev.likeaclockwork.formats.output.GraphWriter;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.LoggedEvent;
import java.io.IOException;
import java.io.Writer;

/**
 * The language of Graphviz: a cluster for each node, and an edge from each direct cause. For looking at; not read
 * again.
 */
public final class DotWriter implements GraphWriter {
    @Override
    public String name() {
        return "dot";
    }

    @Override
    public void write(CausalGraph graph, Writer out) throws IOException {
        out.write("digraph clockwork {\n  node [shape=box, style=rounded];\n");
        for (int node = 0; node < graph.nodes(); node++) {
            int[] lane = graph.lane(node).toArray();
            if (lane.length > 0) {
                out.write("  subgraph cluster_" + node + " {\n    label=" + quoted(graph.nodeName(node)) + ";\n");
                for (int event : lane) {
                    out.write("    e" + event + " [label=" + quoted(label(graph.event(event))) + "];\n");
                }
                out.write("  }\n");
            }
        }
        for (int event = 0; event < graph.size(); event++) {
            for (int cause : graph.causes(event).toArray()) {
                out.write("  e" + cause + " -> e" + event + ";\n");
            }
        }
        out.write("}\n");
    }

    private static String label(LoggedEvent event) {
        return event.access() == null ? event.label() : event.label() + "\n" + event.access();
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\r", "")
                        .replace("\n", "\\n")
                + '"';
    }
}
