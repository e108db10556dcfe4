// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.graph.event.Fault;
import dev.likeaclockwork.graph.event.LoggedVector;
import dev.likeaclockwork.graph.event.Ordering;
import dev.likeaclockwork.graph.event.Problem;
import dev.likeaclockwork.graph.query.CausalVectors;
import dev.likeaclockwork.graph.query.EventSet;
import dev.likeaclockwork.graph.query.Explanation;
import dev.likeaclockwork.graph.testkit.SeededLogs;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class EventSetTest {
    @Test
    void answers_areThoseOfTheRelationToEachMember() {
        for (long seed = 0; seed < 300; seed++) {
            CausalGraph graph = CausalGraph.of(SeededLogs.log(seed, seed % 3 == 0 ? 0.1 : 0));
            Random random = new Random(seed);
            boolean[] isMember = new boolean[graph.size()];
            for (int event = 0; event < isMember.length; event++) {
                isMember[event] = random.nextInt(4) == 0;
            }
            EventSet set = EventSet.of(graph, event -> isMember[event]);
            for (int event = 0; event < graph.size(); event++) {
                check(graph, set, event);
            }
        }
    }

    private static void check(CausalGraph graph, EventSet set, int event) {
        assertThat(set.before(event)).isEqualTo(first(set, m -> graph.happensBefore(m, event)));
        assertThat(set.concurrentWith(event))
                .isEqualTo(first(set, m -> graph.relation(m, event) == Ordering.CONCURRENT));
        assertThat(set.unknownTo(event)).isEqualTo(first(set, m -> graph.relation(m, event) == Ordering.UNKNOWN));
        assertThat(set.hasAnyAfter(event))
                .isEqualTo(first(set, m -> graph.happensBefore(event, m)).isPresent());
        assertThat(set.hasAnyAfterElsewhere(event))
                .isEqualTo(first(set, m -> graph.happensBefore(event, m) && graph.node(m) != graph.node(event))
                        .isPresent());
    }

    private static OptionalInt first(EventSet set, IntPredicate predicate) {
        return set.members().filter(predicate).findFirst();
    }

    @Test
    void memberOnACycle_isUnknownAndNeitherBeforeNorConcurrent() {
        CausalGraph graph = Events.graph(
                Events.event(1, "a", Map.of("a", 1L, "b", 1L)),
                Events.event(2, "b", Map.of("a", 1L, "b", 1L)),
                Events.event(3, "c", Map.of("a", 1L, "b", 1L, "c", 1L)));
        EventSet set =
                EventSet.of(graph, event -> !graph.nodeName(graph.node(event)).equals("c"));
        int event = Events.atLine(graph, 3);

        assertThat(set.members()).hasSize(2);
        assertThat(set.before(event)).isEmpty();
        assertThat(set.concurrentWith(event)).isEmpty();
        assertThat(set.unknownTo(event)).isPresent();
    }

    @Test
    void vectorsOfAGraph_sayWhatHappenedBefore() {
        for (long seed = 0; seed < 200; seed++) {
            CausalGraph graph = CausalGraph.of(SeededLogs.log(seed, seed % 2 == 0 ? 0.1 : 0));
            CausalVectors vectors = CausalVectors.of(graph);
            for (int f = 0; f < graph.size(); f++) {
                LoggedVector vector = vectors.next();
                for (int e = 0; e < graph.size(); e++) {
                    assertThat(vector.get(graph.event(e).node())
                                    >= graph.event(e).counter())
                            .isEqualTo(e == f || graph.happensBefore(e, f));
                }
            }
        }
    }

    @Test
    void explanation_namesAPathOrTheLastCommonCausesOrTheFaults() {
        CausalGraph graph = Events.graph(
                Events.event(1, "a", Map.of("a", 1L)),
                Events.event(2, "b", Map.of("a", 1L, "b", 1L)),
                Events.event(3, "a", Map.of("a", 2L)),
                Events.event(4, "x", Map.of("x", 1L, "y", 1L)),
                Events.event(5, "y", Map.of("x", 1L, "y", 1L)));
        int first = Events.atLine(graph, 1);
        int b = Events.atLine(graph, 2);
        int a = Events.atLine(graph, 3);

        assertThat(Explanation.of(graph, b, first).path()).containsExactly(first, b);
        assertThat(Explanation.of(graph, b, first).verdict()).isEqualTo(Ordering.HAPPENS_AFTER);
        assertThat(Explanation.of(graph, a, b).lastCommonCauses()).containsExactly(first);
        assertThat(Explanation.of(graph, a, b).reasons()).isEmpty();
        assertThat(Explanation.of(graph, Events.atLine(graph, 4), a).reasons())
                .extracting(Problem::fault)
                .isEqualTo(List.of(Fault.CYCLE));
    }
}
