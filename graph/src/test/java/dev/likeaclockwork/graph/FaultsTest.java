// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import static dev.likeaclockwork.graph.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.graph.diagnosis.ClockOffsets;
import dev.likeaclockwork.graph.event.Access;
import dev.likeaclockwork.graph.event.Fault;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.event.LoggedVector;
import dev.likeaclockwork.graph.event.Ordering;
import dev.likeaclockwork.graph.event.Position;
import dev.likeaclockwork.graph.event.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultsTest {
    @Test
    void hole_isReportedWhereItsNodeGoesOn() {
        CausalGraph graph = Events.graph(event(1, "a", Map.of("a", 1L)), event(2, "a", Map.of("a", 4L)));

        assertThat(graph.problems())
                .containsExactly(problem(Fault.HOLE, 2, "events 2 to 3 of node 'a' missing before this one"));
        assertThat(graph.missingEvents()).isEqualTo(2);
        assertThat(graph.relation(0, 1)).isEqualTo(Ordering.HAPPENS_BEFORE);
    }

    @Test
    void vectorAheadOfALog_isFromTheFuture() {
        CausalGraph graph = Events.graph(event(1, "a", Map.of("a", 1L)), event(2, "b", Map.of("a", 3L, "b", 1L)));

        assertThat(graph.problems())
                .containsExactly(
                        problem(Fault.FROM_THE_FUTURE, 2, "knows of events 2 to 3 of node 'a', whose log ends with 1"));
    }

    @Test
    void nodeWithoutALog_isUnknown() {
        CausalGraph graph = Events.graph(event(1, "a", Map.of("a", 1L, "x", 2L, "zero", 0L)));

        assertThat(graph.problems())
                .containsExactly(
                        problem(Fault.UNKNOWN_NODE, 1, "knows of events 1 to 2 of node 'x', of which no log has any"));
    }

    @Test
    void eventWithoutItsOwnNode_isLeftOut() {
        CausalGraph graph = Events.graph(event(1, "b", Map.of("a", 1L)), event(2, "a", Map.of("a", 1L)));

        assertThat(graph.size()).isEqualTo(1);
        assertThat(graph.problems())
                .containsExactly(problem(Fault.NO_OWN_ENTRY, 1, "the vector does not count the event's own node 'b'"));
    }

    @Test
    void lineThatStandsTwice_isLeftOut() {
        LoggedEvent twin = event(2, "a", Map.of("a", 1L));
        CausalGraph graph = Events.graph(event(1, "a", Map.of("a", 1L)), twin, event(3, "b", Map.of("a", 1L, "b", 1L)));

        assertThat(graph.problems())
                .containsExactly(problem(Fault.DUPLICATE_DOT, 2, "event 1 of node 'a' is at log:1 already"));
        assertThat(graph.relation(0, 1)).isEqualTo(Ordering.HAPPENS_BEFORE);
    }

    @Test
    void twoEventsOfOneDot_makeTheirNodeDoubtfulFromThere() {
        CausalGraph graph = Events.graph(
                event(1, "a", Map.of("a", 1L)),
                event(2, "a", Map.of("a", 2L)),
                event(3, "a", Map.of("a", 2L, "b", 1L)),
                event(4, "a", Map.of("a", 3L)),
                event(5, "b", Map.of("b", 1L)),
                event(6, "c", Map.of("a", 3L, "c", 1L)));

        assertThat(graph.problems())
                .contains(
                        problem(Fault.DUPLICATE_DOT, 3, "event 2 of node 'a' is at log:2 already, and is another one"));
        assertThat(relation(graph, 1, 6)).isEqualTo(Ordering.HAPPENS_BEFORE);
        assertThat(relation(graph, 2, 6)).isEqualTo(Ordering.UNKNOWN);
        assertThat(relation(graph, 4, 6)).isEqualTo(Ordering.UNKNOWN);
        assertThat(relation(graph, 5, 6)).isEqualTo(Ordering.CONCURRENT);
    }

    @Test
    void clockThatRunsBackwards_isReportedAndWhatItKnewStaysKnown() {
        CausalGraph graph = Events.graph(
                event(1, "b", Map.of("b", 1L)),
                event(2, "a", Map.of("a", 1L, "b", 1L)),
                event(3, "a", Map.of("a", 2L)));

        assertThat(graph.problems())
                .containsExactly(problem(
                        Fault.CLOCK_BACKWARDS,
                        3,
                        "knows 0 events of node 'b'; the event before it on its node, at log:2, knew 1"));
        assertThat(relation(graph, 1, 3)).isEqualTo(Ordering.HAPPENS_BEFORE);
    }

    @Test
    void lostMerge_isReportedOnceAndMadeUpFor() {
        CausalGraph graph = Events.graph(
                event(1, "a", Map.of("a", 1L)),
                event(2, "b", Map.of("a", 1L, "b", 1L)),
                event(3, "c", Map.of("b", 1L, "c", 1L)),
                event(4, "c", Map.of("b", 1L, "c", 2L)));

        assertThat(graph.problems())
                .containsExactly(problem(
                        Fault.LOST_MERGE,
                        3,
                        "knows 0 events of node 'a'; the event at log:2, which it knows of, knew 1"));
        assertThat(relation(graph, 1, 4)).isEqualTo(Ordering.HAPPENS_BEFORE);
    }

    @Test
    void cycle_isReportedAndLeavesTheRestSound() {
        CausalGraph graph = Events.graph(
                event(1, "a", Map.of("a", 1L)),
                event(2, "a", Map.of("a", 2L, "b", 1L)),
                event(3, "b", Map.of("a", 2L, "b", 1L)),
                event(4, "c", Map.of("c", 1L)),
                event(5, "d", Map.of("c", 1L, "d", 1L)));

        assertThat(graph.problems())
                .contains(problem(
                        Fault.CYCLE, 3, "each of the events b:1, a:2 is said to have happened before the others"));
        assertThat(relation(graph, 2, 3)).isEqualTo(Ordering.UNKNOWN);
        assertThat(relation(graph, 4, 5)).isEqualTo(Ordering.HAPPENS_BEFORE);
        assertThat(relation(graph, 1, 4)).isEqualTo(Ordering.CONCURRENT);
    }

    @Test
    void causeThatNoLogContains_makesConcurrencyUnknown() {
        CausalGraph graph = CausalGraph.of(List.of(
                LoggedEvent.builder(new Position("log", 1), "a").id("m1").build(),
                LoggedEvent.builder(new Position("log", 2), "b")
                        .causes(List.of("m2"))
                        .build(),
                LoggedEvent.builder(new Position("log", 3), "c")
                        .causes(List.of("m1"))
                        .build()));

        assertThat(graph.problems()).containsExactly(problem(Fault.MISSING_CAUSE, 2, "no log contains its cause 'm2'"));
        assertThat(relation(graph, 1, 2)).isEqualTo(Ordering.UNKNOWN);
        assertThat(relation(graph, 1, 3)).isEqualTo(Ordering.HAPPENS_BEFORE);
    }

    @Test
    void idOfTwoEvents_isNoCause() {
        CausalGraph graph = CausalGraph.of(List.of(
                LoggedEvent.builder(new Position("log", 1), "a").id("m").build(),
                LoggedEvent.builder(new Position("log", 2), "a").id("m").build(),
                LoggedEvent.builder(new Position("log", 3), "b")
                        .causes(List.of("m"))
                        .build()));

        assertThat(graph.problems())
                .containsExactly(problem(Fault.MISSING_CAUSE, 3, "its cause 'm' is the name of more than one event"));
        assertThat(relation(graph, 1, 3)).isEqualTo(Ordering.UNKNOWN);
    }

    @Test
    void twoVersionsThatNoWriteMade_areNotBothThoseBeforeTheLogBegan() {
        CausalGraph graph = Events.graph(
                Events.access(1, "a", 1, Access.Kind.READ, null, "7"),
                Events.access(2, "b", 1, Access.Kind.READ, null, "8"));

        assertThat(graph.problems())
                .containsExactly(
                        problem(
                                Fault.MISSING_CAUSE,
                                1,
                                "no log contains the write that made version '7' of 'r', which it saw"),
                        problem(
                                Fault.MISSING_CAUSE,
                                2,
                                "no log contains the write that made version '8' of 'r', which it saw"));
    }

    @Test
    void effectStampedEarlierThanItsCause_isReportedAndTheOrderStaysCausal() {
        Instant noon = Instant.parse("2026-11-25T12:00:00Z");
        CausalGraph graph = CausalGraph.of(List.of(
                timed(1, "b", Map.of("a", 1L, "b", 1L), noon), timed(2, "a", Map.of("a", 1L), noon.plusMillis(1_500))));

        assertThat(graph.event(0).node()).isEqualTo("a");
        assertThat(graph.problems())
                .containsExactly(problem(Fault.CLOCK_SKEW, 1, "is stamped 1.5 s earlier than its cause at log:2"));
        ClockOffsets.Bounds bounds = ClockOffsets.of(graph).ahead("a", "b");
        assertThat(bounds.most()).isEqualTo(-1_500_000_000L);
        assertThat(bounds.isApart()).isTrue();
        assertThat(bounds.hasLeast()).isFalse();
    }

    private static LoggedEvent timed(int line, String node, Map<String, Long> vector, Instant time) {
        return LoggedEvent.builder(new Position("log", line), node)
                .vector(LoggedVector.of(vector))
                .time(time)
                .build();
    }

    private static Problem problem(Fault fault, int line, String detail) {
        return new Problem(fault, new Position("log", line), detail);
    }

    private static Ordering relation(CausalGraph graph, int line, int other) {
        return graph.relation(Events.atLine(graph, line), Events.atLine(graph, other));
    }
}
