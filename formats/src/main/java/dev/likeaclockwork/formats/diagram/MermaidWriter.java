// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.diagram;

import dev.likeaclockwork.formats.output.GraphWriter;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.LoggedEvent;
import java.io.IOException;
import java.io.Writer;

/**
 * A sequence diagram of Mermaid: a participant for each node, a note for each event, and an arrow from each direct
 * cause on another node. For looking at; not read again.
 */
public final class MermaidWriter implements GraphWriter {
    @Override
    public String name() {
        return "mermaid";
    }

    @Override
    public void write(CausalGraph graph, Writer out) throws IOException {
        out.write("sequenceDiagram\n");
        for (int node = 0; node < graph.nodes(); node++) {
            if (graph.lane(node).findAny().isPresent()) {
                out.write("    participant n" + node + " as " + text(graph.nodeName(node)) + "\n");
            }
        }
        for (int event = 0; event < graph.size(); event++) {
            int node = graph.node(event);
            for (int cause : graph.causes(event).toArray()) {
                if (graph.node(cause) != node) {
                    out.write("    n" + graph.node(cause) + "->>n" + node + ": "
                            + text(graph.event(cause).label()) + "\n");
                }
            }
            out.write("    Note over n" + node + ": " + text(label(graph.event(event))) + "\n");
        }
    }

    private static String label(LoggedEvent event) {
        return event.access() == null ? event.label() : event.label() + ", " + event.access();
    }

    /** What has a meaning in Mermaid or in HTML is named by its code. */
    private static String text(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ') {
                escaped.append(' ');
            } else if ("#;:<>&\"%{}[]".indexOf(c) >= 0) {
                escaped.append('#').append((int) c).append(';');
            } else {
                escaped.append(c);
            }
        }
        return escaped.isEmpty() ? " " : escaped.toString();
    }
}
