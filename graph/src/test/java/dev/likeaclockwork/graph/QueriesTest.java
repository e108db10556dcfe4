// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import static dev.likeaclockwork.graph.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.event.LoggedVector;
import dev.likeaclockwork.graph.event.Position;
import dev.likeaclockwork.graph.query.Cut;
import dev.likeaclockwork.graph.query.EventReference;
import dev.likeaclockwork.graph.query.Paths;
import dev.likeaclockwork.graph.testkit.LoggedExecution;
import dev.likeaclockwork.testkit.Execution;
import dev.likeaclockwork.testkit.ExecutionShape;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueriesTest {
    /** a:1 is before b:1, which is before a:2; c is apart. */
    private final CausalGraph graph = CausalGraph.of(List.of(
            LoggedEvent.builder(new Position("logs/a.log", 1), "a")
                    .vector(LoggedVector.of(Map.of("a", 1L)))
                    .id("first")
                    .build(),
            event(2, "b", Map.of("a", 1L, "b", 1L)),
            event(3, "a", Map.of("a", 2L, "b", 1L)),
            event(4, "c", Map.of("c", 1L))));

    @Test
    void event_isFoundByIdByCounterAndByLine() {
        int event = graph.find("a", 1).orElseThrow();

        assertThat(EventReference.find(graph, "first")).isEqualTo(event);
        assertThat(EventReference.find(graph, "a:1")).isEqualTo(event);
        assertThat(EventReference.find(graph, "logs/a.log:1")).isEqualTo(event);
        assertThat(EventReference.find(graph, "a.log:1")).isEqualTo(event);
    }

    @Test
    void event_thatIsNotThereIsRefusedByName() {
        for (String text : List.of("a:9", "second", "log:9", "a:", ":1", "a:99999999999999999999999")) {
            assertThatThrownBy(() -> EventReference.find(graph, text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'" + text + "'");
        }
    }

    @Test
    void id_ofTwoEventsIsRefusedWithBothPlaces() {
        CausalGraph twice = CausalGraph.of(List.of(
                LoggedEvent.builder(new Position("log", 1), "a").id("x").build(),
                LoggedEvent.builder(new Position("log", 2), "b").id("x").build()));

        assertThatThrownBy(() -> EventReference.find(twice, "x")).hasMessageContaining("log:1 and that at log:2");
    }

    @Test
    void shortestPath_leadsFromCauseToEffectByDirectCauses() {
        for (long seed = 0; seed < 200; seed++) {
            ExecutionShape shape = ExecutionShape.seeded(seed).withEvents(40);
            CausalGraph random = CausalGraph.of(new LoggedExecution(Execution.of(shape, seed), seed, 0.3).log(0.1, 0));
            for (int e = 0; e < random.size(); e++) {
                for (int f = e; f < random.size(); f++) {
                    checkPath(random, e, f);
                }
            }
        }
    }

    private static void checkPath(CausalGraph graph, int from, int to) {
        List<Integer> path = Paths.shortest(graph, from, to);
        if (from != to && !graph.happensBefore(from, to)) {
            assertThat(path).isEmpty();
            return;
        }
        assertThat(path.get(0)).isEqualTo(from);
        assertThat(path.get(path.size() - 1)).isEqualTo(to);
        for (int i = 1; i < path.size(); i++) {
            assertThat(graph.causes(path.get(i))).contains(path.get(i - 1));
        }
    }

    @Test
    void pastFutureBetweenAndConcurrent_areThoseOfTheRelation() {
        int first = EventReference.find(graph, "a:1");
        int last = EventReference.find(graph, "a:2");
        int middle = EventReference.find(graph, "b:1");
        int apart = EventReference.find(graph, "c:1");

        assertThat(graph.past(last)).containsExactlyInAnyOrder(first, middle);
        assertThat(graph.future(first)).containsExactlyInAnyOrder(middle, last);
        assertThat(graph.between(first, last)).containsExactly(middle);
        assertThat(graph.concurrentWith(middle)).containsExactly(apart);
    }

    @Test
    void cut_isConsistentIfItHasTheCausesOfWhatItHas() {
        int first = EventReference.find(graph, "a:1");
        int last = EventReference.find(graph, "a:2");
        int middle = EventReference.find(graph, "b:1");

        assertThat(Cut.of(graph, List.of(first)).isConsistent()).isTrue();
        assertThat(Cut.of(graph, List.of(last)).isConsistent()).isFalse();
        assertThat(Cut.of(graph, List.of(last)).missing()).containsExactly(middle);
        assertThat(Cut.smallest(graph, List.of(last)).frontier()).containsExactly(middle, last);
        assertThat(Cut.smallest(graph, List.of(middle)).contains(last)).isFalse();
    }

    @Test
    void smallestCut_ofSeededExecutionsIsConsistentAndHasNothingElse() {
        for (long seed = 0; seed < 200; seed++) {
            ExecutionShape shape = ExecutionShape.seeded(seed).withEvents(40);
            CausalGraph random = CausalGraph.of(new LoggedExecution(Execution.of(shape, seed), seed, 0.3).log(0, 0));
            List<Integer> events = List.of(random.size() / 2, random.size() - 1);
            Cut cut = Cut.smallest(random, events);

            assertThat(cut.isConsistent()).isTrue();
            assertThat(IntStream.range(0, random.size()).filter(cut::contains))
                    .allMatch(event -> events.stream()
                            .anyMatch(named -> named.equals(event) || random.happensBefore(event, named)));
        }
    }
}
