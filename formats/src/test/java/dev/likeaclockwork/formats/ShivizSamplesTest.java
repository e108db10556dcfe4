// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.LoggedVector;
import dev.likeaclockwork.graph.query.Statistics;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Logs of programs that ran, from the ShiViz project (folder {@code log}, MIT licence, beside them). Their figures were
 * computed by other programs than this one.
 */
class ShivizSamplesTest {
    private static final Map<String, Statistics> FIGURES = Map.of(
            "chord", new Statistics(1235, 8, 746_099, 15_896, 880, OptionalInt.of(8), 218_808),
            "simpledb", new Statistics(509, 5, 112_349, 16_937, 175, OptionalInt.of(5), 38_722));

    private static final Map<String, String> PARSERS = Map.of(
            "chord", "(?<host>\\S*) (?<clock>{.*})\\n(?<event>.*)",
            "simpledb", "(?<event>.*)\\n(?<host>\\S*) (?<clock>{.*})");

    @Test
    void figures_areThoseThatOthersComputed() {
        FIGURES.forEach((name, figures) -> {
            CausalGraph recognised = read(name, ReadOptions.standard());
            CausalGraph parsed = read(name, ReadOptions.standard().withParser(PARSERS.getOrDefault(name, "")));

            assertThat(recognised.problems()).isEmpty();
            assertThat(parsed.problems()).isEmpty();
            assertThat(Statistics.of(recognised)).isEqualTo(figures);
            assertThat(Statistics.of(parsed)).isEqualTo(figures);
        });
    }

    @Test
    void relations_areThoseOfTheVectors() {
        for (String name : FIGURES.keySet()) {
            CausalGraph graph = read(name, ReadOptions.standard());
            LoggedVector[] vectors = IntStream.range(0, graph.size())
                    .mapToObj(event -> graph.event(event).vector())
                    .toArray(LoggedVector[]::new);
            for (int e = 0; e < graph.size(); e++) {
                String node = graph.nodeName(graph.node(e));
                long counter = graph.event(e).counter();
                for (int f = 0; f < graph.size(); f++) {
                    if (graph.happensBefore(e, f) != (e != f && vectors[f].get(node) >= counter)) {
                        throw new AssertionError(graph.event(e) + " and " + graph.event(f));
                    }
                }
            }
        }
    }

    private static CausalGraph read(String name, ReadOptions options) {
        return new LogReader(options)
                .read(List.of(Reading.resource("shiviz/" + name + ".log")))
                .get("");
    }
}
