// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli;

import dev.likeaclockwork.graph.Access;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.LoggedEvent;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.IntStream;

/** Events from top to bottom in causal order, each with a mark in the lane of its node, and its node's name. */
final class LaneDiagram {
    /** More lanes than this do not fit; then only names are printed. */
    private static final int MAX_LANES = 24;

    private final CausalGraph graph;
    private final List<String> nodes;
    private final int nameWidth;

    LaneDiagram(CausalGraph graph) {
        this.graph = graph;
        this.nodes = IntStream.range(0, graph.nodes()).mapToObj(graph::nodeName).toList();
        this.nameWidth = nodes.stream().mapToInt(String::length).max().orElse(0);
    }

    void print(PrintWriter out) {
        for (int event = 0; event < graph.size(); event++) {
            out.println(line(event));
        }
    }

    private String line(int event) {
        LoggedEvent logged = graph.event(event);
        int node = graph.node(event);
        String name = logged.node() + " ".repeat(nameWidth - logged.node().length());
        return lanes(node) + Style.lane(node, name) + "  " + what(logged) + "  "
                + Style.faint(logged.position().toString());
    }

    private String lanes(int node) {
        if (nodes.size() > MAX_LANES) {
            return "";
        }
        StringBuilder lanes = new StringBuilder();
        for (int lane = 0; lane < nodes.size(); lane++) {
            lanes.append(lane == node ? Style.lane(lane, "●") : Style.faint("│"))
                    .append(' ');
        }
        return lanes.append(' ').toString();
    }

    static String what(LoggedEvent event) {
        Access access = event.access();
        return access == null ? event.label() : event.label() + ", " + access;
    }
}
