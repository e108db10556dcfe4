// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springbootstarter;

import dev.likeaclockwork.formats.LogReader;
import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.formats.options.Source;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.findings.Race;
import dev.likeaclockwork.graph.findings.Races;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the races in log lines. A class of its own because {@code clockwork-graph} is an optional dependency. */
final class RaceFinder {
    private final LogReader reader = new LogReader(ReadOptions.standard().withoutFields());

    /**
     * Returns the races, the worst first, as maps with {@code kind}, {@code resource}, {@code first}, {@code second},
     * {@code pairs}.
     */
    List<Map<String, Object>> of(List<String> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        return reader.read(List.of(Source.text("recent", String.join("\n", lines)))).values().stream()
                .flatMap(graph -> Races.of(graph).stream().map(race -> object(graph, race)))
                .toList();
    }

    private static Map<String, Object> object(CausalGraph graph, Race race) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("kind", race.kind().name().toLowerCase(Locale.ROOT));
        object.put("resource", race.resource());
        object.put("first", id(graph.event(race.first())));
        object.put("second", id(graph.event(race.second())));
        object.put("pairs", race.pairs());
        return object;
    }

    private static String id(LoggedEvent event) {
        return event.node() + ":" + event.counter();
    }
}
