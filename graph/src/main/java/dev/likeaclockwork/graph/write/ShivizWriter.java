// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.write;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.LoggedEvent;
import dev.likeaclockwork.graph.LoggedVector;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two lines for each event that ShiViz and GoVector have: node and vector, then the label. Times, ids, accesses and fields
 * have no place in it; blanks in names of nodes become underscores, and line ends in labels blanks.
 */
final class ShivizWriter implements GraphWriter {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern LINE_ENDS = Pattern.compile("\\R");

    @Override
    public String name() {
        return "shiviz";
    }

    @Override
    public void write(CausalGraph graph, Writer out) throws IOException {
        Vectors vectors = Vectors.closed(graph);
        for (int event = 0; event < graph.size(); event++) {
            LoggedEvent logged = graph.event(event);
            out.write(host(logged.node()));
            out.write(' ');
            out.write(JSON.writeValueAsString(clock(vectors.next(logged))));
            out.write('\n');
            out.write(LINE_ENDS.matcher(logged.label()).replaceAll(" "));
            out.write('\n');
        }
    }

    private static String host(String node) {
        return BLANKS.matcher(node).replaceAll("_");
    }

    private static Map<String, Long> clock(LoggedVector vector) {
        Map<String, Long> clock = new LinkedHashMap<>();
        vector.toMap().forEach((node, counter) -> clock.put(host(node), counter));
        return clock;
    }
}
