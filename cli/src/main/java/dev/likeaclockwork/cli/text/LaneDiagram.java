// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.text;

import dev.likeaclockwork.cli.output.Output;
import dev.likeaclockwork.cli.output.Style;
import dev.likeaclockwork.cli.output.Visible;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.LoggedEvent;
import java.util.stream.IntStream;

/** Renders events in causal order, one a line, each with a mark in the lane of its node. */
public final class LaneDiagram {
    /** The largest number of lanes that fit; with more nodes, only their names are printed. */
    private static final int MAX_LANES = 24;

    /** The largest width of names for which the column is widened. */
    private static final int MAX_NAME = 40;

    private final CausalGraph graph;
    private final int nameWidth;

    public LaneDiagram(CausalGraph graph) {
        this.graph = graph;
        this.nameWidth = IntStream.range(0, graph.nodes())
                .map(node -> Visible.width(graph.nodeName(node)))
                .filter(width -> width <= MAX_NAME)
                .max()
                .orElse(0);
    }

    public void print(Output out) {
        for (int event = 0; event < graph.size(); event++) {
            LoggedEvent logged = graph.event(event);
            int node = graph.node(event);
            String name = logged.node() + " ".repeat(Math.max(0, nameWidth - Visible.width(logged.node())));
            out.line(
                    lanes(node) + Style.lane(node, name) + "  ",
                    Events.what(logged),
                    logged.position().toString());
        }
    }

    private String lanes(int node) {
        if (graph.nodes() > MAX_LANES) {
            return "";
        }
        StringBuilder lanes = new StringBuilder();
        for (int lane = 0; lane < graph.nodes(); lane++) {
            lanes.append(lane == node ? Style.lane(lane, "●") : Style.faint("│"))
                    .append(' ');
        }
        return lanes.append(' ').toString();
    }
}
