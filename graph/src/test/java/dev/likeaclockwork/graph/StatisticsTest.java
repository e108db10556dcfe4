// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.query.Statistics;
import dev.likeaclockwork.graph.testkit.LoggedExecution;
import dev.likeaclockwork.testkit.Execution;
import dev.likeaclockwork.testkit.ExecutionShape;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    @Test
    void figures_areThoseOfAllPairs() {
        for (long seed = 0; seed < 150; seed++) {
            ExecutionShape shape = ExecutionShape.seeded(seed).withEvents(25);
            List<LoggedEvent> log = new LoggedExecution(Execution.of(shape, seed), seed, 0.2).log(0.1, 0.1);
            CausalGraph graph = CausalGraph.of(log);

            assertThat(Statistics.of(graph)).as("seed %s", seed).isEqualTo(slowStatistics(graph, log));
        }
    }

    @Test
    void figures_ofNoEventsAreZero() {
        assertThat(Statistics.of(CausalGraph.of(List.of())))
                .isEqualTo(new Statistics(0, 0, 0, 0, 0, OptionalInt.of(0), 0));
    }

    private static Statistics slowStatistics(CausalGraph graph, List<LoggedEvent> log) {
        long ordered = 0;
        long inversions = 0;
        for (int e = 0; e < graph.size(); e++) {
            for (int f = 0; f < graph.size(); f++) {
                if (graph.happensBefore(e, f)) {
                    ordered++;
                    inversions += log.indexOf(graph.event(e)) > log.indexOf(graph.event(f)) ? 1 : 0;
                }
            }
        }
        return new Statistics(
                graph.size(),
                (int) log.stream().map(LoggedEvent::node).distinct().count(),
                ordered,
                (long) graph.size() * (graph.size() - 1) / 2 - ordered,
                slowChain(graph),
                OptionalInt.of(slowWidth(graph, 0, new ArrayList<>())),
                inversions);
    }

    private static int slowChain(CausalGraph graph) {
        int[] chain = new int[graph.size()];
        int longest = 0;
        for (int f = 0; f < graph.size(); f++) {
            for (int e = 0; e < f; e++) {
                chain[f] = graph.happensBefore(e, f) ? Math.max(chain[f], chain[e]) : chain[f];
            }
            longest = Math.max(longest, ++chain[f]);
        }
        return longest;
    }

    private static int slowWidth(CausalGraph graph, int from, List<Integer> chosen) {
        int widest = chosen.size();
        for (int e = from; e < graph.size(); e++) {
            int candidate = e;
            if (chosen.stream().noneMatch(f -> graph.happensBefore(f, candidate))) {
                List<Integer> more = new ArrayList<>(chosen);
                more.add(e);
                widest = Math.max(widest, slowWidth(graph, e + 1, more));
            }
        }
        return widest;
    }
}
