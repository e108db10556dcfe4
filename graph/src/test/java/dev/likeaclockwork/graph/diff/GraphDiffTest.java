// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.Access;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.event.LoggedVector;
import dev.likeaclockwork.graph.event.Ordering;
import dev.likeaclockwork.graph.event.Position;
import dev.likeaclockwork.graph.findings.Race;
import dev.likeaclockwork.graph.testkit.SeededLogs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GraphDiffTest {
    @Test
    void sameRunUnderOtherNamesTimesAndIds_doesNotDiffer() {
        for (long seed = 0; seed < 100; seed++) {
            List<LoggedEvent> log = SeededLogs.log(seed, 0);
            List<LoggedEvent> again =
                    new ArrayList<>(log.stream().map(GraphDiffTest::renamed).toList());
            Collections.shuffle(again, new Random(seed));
            GraphDiff diff = GraphDiff.of(
                    CausalGraph.of(log.stream().map(GraphDiffTest::asActivity).toList()), CausalGraph.of(again));

            assertThat(diff.missing()).isEmpty();
            assertThat(diff.added()).isEmpty();
            assertThat(diff.orders()).isEmpty();
        }
    }

    private static LoggedEvent asActivity(LoggedEvent event) {
        return renamed(event, event.node() + "/1", event.id());
    }

    private static LoggedEvent renamed(LoggedEvent event) {
        return renamed(event, event.node() + "/2", "again " + event.id());
    }

    private static LoggedEvent renamed(LoggedEvent event, String node, String id) {
        Map<String, Long> vector = new HashMap<>();
        String activity = node.substring(node.indexOf('/'));
        event.vector().toMap().forEach((name, counter) -> vector.put(name + activity, counter));
        return LoggedEvent.builder(event.position(), node)
                .vector(LoggedVector.of(vector))
                .label(event.label())
                .id(id)
                .time(event.time().plusSeconds(9))
                .build();
    }

    @Test
    void everyPairThatRelatesInAnotherWay_followsFromTheOrdersThatChanged() {
        for (long seed = 0; seed < 100; seed++) {
            List<LoggedEvent> log = SeededLogs.log(seed, 0);
            List<LoggedEvent> other = new ArrayList<>(log);
            Collections.shuffle(other, new Random(seed));
            other.replaceAll(event -> event.position().line() % 7 == 0 ? forgetful(event) : event);
            CausalGraph left = CausalGraph.of(log);
            CausalGraph right = CausalGraph.of(other);

            assertThat(GraphDiff.of(left, right).orders().isEmpty()).isEqualTo(sameRelations(left, right));
        }
    }

    private static LoggedEvent forgetful(LoggedEvent event) {
        return LoggedEvent.builder(event.position(), event.node())
                .vector(LoggedVector.of(Map.of(event.node(), event.counter())))
                .label(event.label())
                .id(event.id())
                .time(event.time())
                .access(event.access())
                .build();
    }

    private static boolean sameRelations(CausalGraph left, CausalGraph right) {
        Map<String, Integer> byId = new HashMap<>();
        for (int event = 0; event < right.size(); event++) {
            byId.put(right.event(event).id(), event);
        }
        for (int e = 0; e < left.size(); e++) {
            for (int f = 0; f < e; f++) {
                Ordering other = right.relation(
                        byId.get(left.event(e).id()), byId.get(left.event(f).id()));
                if (left.relation(e, f) != other) {
                    return false;
                }
            }
        }
        return true;
    }

    @Test
    void orderThroughAnEventThatOnlyOneRunHas_isCompared() {
        CausalGraph left = CausalGraph.of(List.of(
                event("a", Map.of("a", 1L), "ask"),
                event("proxy", Map.of("a", 1L, "proxy", 1L), "pass on"),
                event("b", Map.of("a", 1L, "proxy", 1L, "b", 1L), "answer")));
        CausalGraph direct = CausalGraph.of(
                List.of(event("a", Map.of("a", 1L), "ask"), event("b", Map.of("a", 1L, "b", 1L), "answer")));
        CausalGraph apart =
                CausalGraph.of(List.of(event("a", Map.of("a", 1L), "ask"), event("b", Map.of("b", 1L), "answer")));

        assertThat(GraphDiff.of(left, direct).missing()).hasSize(1);
        assertThat(GraphDiff.of(left, direct).orders()).isEmpty();
        assertThat(GraphDiff.of(left, apart).orders()).singleElement().satisfies(change -> {
            assertThat(change.left()).isEqualTo(Ordering.HAPPENS_BEFORE);
            assertThat(change.right()).isEqualTo(Ordering.CONCURRENT);
        });
    }

    private static LoggedEvent event(String node, Map<String, Long> vector, String label) {
        return LoggedEvent.builder(new Position("log", 1), node)
                .vector(LoggedVector.of(vector))
                .label(label)
                .build();
    }

    @Test
    void races_areNewOrGone() {
        CausalGraph racing = CausalGraph.of(List.of(write("a/1", "7", "8"), write("b/1", "7", "9")));
        CausalGraph ordered = CausalGraph.of(List.of(write("a/2", "7", "8"), write("b/2", "8", "9")));

        assertThat(GraphDiff.of(ordered, racing).racesNew())
                .extracting(Race::kind)
                .containsExactly(Race.Kind.LOST_UPDATE);
        assertThat(GraphDiff.of(racing, ordered).racesGone()).hasSize(1);
        assertThat(GraphDiff.of(racing, ordered).orders())
                .extracting(OrderChange::left, OrderChange::right)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Ordering.CONCURRENT, Ordering.HAPPENS_BEFORE));
        assertThat(GraphDiff.of(racing, racing).isEmpty()).isTrue();
    }

    private static LoggedEvent write(String node, String base, String version) {
        return LoggedEvent.builder(new Position("log", 1), node)
                .vector(LoggedVector.of(Map.of(node, 1L)))
                .label("written")
                .access(new Access("r", Access.Kind.WRITE, base, version))
                .build();
    }

    @Test
    void activitiesOfOneService_areMatchedByWhatTheyDo() {
        List<LoggedEvent> left = List.of(
                event("shop/1", Map.of("shop/1", 1L), "start"),
                event("shop/1", Map.of("shop/1", 2L), "buy"),
                event("shop/2", Map.of("shop/2", 1L), "start"),
                event("shop/2", Map.of("shop/2", 2L), "sell"));
        List<LoggedEvent> right = List.of(
                event("shop/8", Map.of("shop/8", 1L), "start"),
                event("shop/8", Map.of("shop/8", 2L), "sell"),
                event("shop/9", Map.of("shop/9", 1L), "start"),
                event("shop/9", Map.of("shop/9", 2L), "buy"));

        assertThat(GraphDiff.of(CausalGraph.of(left), CausalGraph.of(right)).isEmpty())
                .isTrue();
    }

    /** Would take gigabytes if each event of the lane knew all that it follows. */
    @Test
    void longLaneThatIsAnotherInEachRun_isComparedByWhatComesLast() {
        GraphDiff diff = GraphDiff.of(longLane("one"), longLane("other"));

        assertThat(diff.missing()).hasSize(30_000);
        assertThat(diff.added()).hasSize(30_000);
        assertThat(diff.orders()).isEmpty();
    }

    private static CausalGraph longLane(String label) {
        List<LoggedEvent> events = new ArrayList<>();
        for (long i = 1; i <= 30_000; i++) {
            events.add(event("b", Map.of("b", i), "tick"));
            events.add(event("a", Map.of("a", i, "b", i), label + i));
        }
        events.add(event("c", Map.of("a", 30_000L, "b", 30_000L, "c", 1L), "end"));
        return CausalGraph.of(events);
    }
}
