// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.json;

import dev.likeaclockwork.formats.output.GraphWriter;
import dev.likeaclockwork.formats.output.UnknownCauses;
import dev.likeaclockwork.formats.output.Vectors;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.Access;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.event.LoggedVector;
import dev.likeaclockwork.json.JsonTransport;
import dev.likeaclockwork.json.LogLineFields;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** JSON lines with {@code _causality}. Nothing is lost but the ids of causes that vectors stand for. */
public final class JsonLinesWriter implements GraphWriter {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String name() {
        return "json";
    }

    @Override
    public void write(CausalGraph graph, Writer out) throws IOException {
        Vectors vectors = Vectors.logged(graph);
        UnknownCauses unknown = new UnknownCauses(graph);
        for (int event = 0; event < graph.size(); event++) {
            LoggedEvent logged = graph.event(event);
            out.write(JSON.writeValueAsString(line(logged, vectors.next(logged), unknown.of(logged))));
            out.write('\n');
        }
    }

    private static Map<String, Object> line(LoggedEvent logged, LoggedVector vector, List<String> unknownCauses) {
        Map<String, Object> line = new LinkedHashMap<>();
        put(line, "time", logged.time() == null ? null : logged.time().toString());
        logged.fields().forEach((name, value) -> line.put(LogLineFields.name(name), value));
        Map<String, Object> causality = new LinkedHashMap<>();
        causality.put("vector", vector.toMap());
        causality.put("event_type", logged.label());
        put(causality, "event_id", logged.id());
        causality.put("node", logged.node());
        if (logged.access() != null) {
            putAccess(causality, logged.access());
        }
        if (!unknownCauses.isEmpty()) {
            causality.put("causes", unknownCauses);
        }
        line.put(JsonTransport.MEMBER, causality);
        return line;
    }

    private static void putAccess(Map<String, Object> causality, Access access) {
        causality.put("resource", access.resource());
        causality.put("access", access.kind().name().toLowerCase(Locale.ROOT));
        put(causality, "base", access.base());
        put(causality, "version", access.version());
    }

    private static void put(Map<String, Object> members, String name, @Nullable String value) {
        if (value != null) {
            members.put(name, value);
        }
    }
}
