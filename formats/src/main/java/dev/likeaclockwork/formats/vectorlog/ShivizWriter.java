// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.vectorlog;

import dev.likeaclockwork.formats.output.GraphWriter;
import dev.likeaclockwork.formats.output.Vectors;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.event.LoggedVector;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two lines for each event that ShiViz and GoVector have: node and vector, then the label. Before the node stands
 * the time in nanoseconds, as GoVector writes it and ShiViz passes over it, and before the label GoVector's level. Ids,
 * accesses and other fields have no place in it; blanks in names of nodes become underscores, and line ends in labels
 * blanks.
 */
public final class ShivizWriter implements GraphWriter {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern LINE_ENDS = Pattern.compile("\\R");
    private static final String LEVEL = "level";

    /** GoVector's. */
    private static final Set<String> LEVELS = Set.of("DEBUG", "INFO", "WARN", "WARNING", "ERROR", "FATAL");

    /** In March 1973. Numbers before it are read as larger units than nanoseconds. */
    private static final Instant FIRST_WRITTEN = Instant.ofEpochSecond(100_000_000);

    /** The last time that is a {@code long}. */
    private static final Instant LAST_WRITTEN = Instant.ofEpochSecond(0, Long.MAX_VALUE);

    @Override
    public String name() {
        return "shiviz";
    }

    @Override
    public void write(CausalGraph graph, Writer out) throws IOException {
        Vectors vectors = Vectors.closed(graph);
        for (int event = 0; event < graph.size(); event++) {
            LoggedEvent logged = graph.event(event);
            out.write(time(logged.time()));
            out.write(host(logged.node()));
            out.write(' ');
            out.write(JSON.writeValueAsString(clock(vectors.next(logged))));
            out.write('\n');
            out.write(level(logged.fields().get(LEVEL)));
            out.write(LINE_ENDS.matcher(logged.label()).replaceAll(" "));
            out.write('\n');
        }
    }

    private static String time(@Nullable Instant time) {
        return time == null || time.isBefore(FIRST_WRITTEN) || time.isAfter(LAST_WRITTEN)
                ? ""
                : TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano() + " ";
    }

    private static String level(@Nullable String level) {
        return level != null && LEVELS.contains(level) ? level + " " : "";
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
