// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.CausalityRelation;
import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.VectorTimestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CausalGraphTest {
    @Test
    void seededExecutions_agreeWithTheirVectors() {
        for (long seed = 0; seed < 300; seed++) {
            EventLog log = execution(new Random(seed));
            CausalGraph graph = CausalGraph.of(log);
            for (int e = 0; e < graph.size(); e++) {
                for (int f = 0; f < graph.size(); f++) {
                    assertThat(graph.relation(e, f))
                            .as("seed %s: %s and %s", seed, e, f)
                            .isEqualTo(vector(log, e).relationTo(vector(log, f)));
                }
            }
            assertThat(graph.problems()).isEmpty();
            assertThat(Statistics.of(graph)).as("seed %s", seed).isEqualTo(slowStatistics(graph));
        }
    }

    @Test
    void order_putsCausesFirstAndDoesNotDependOnTheOrderOfTheLog() {
        for (long seed = 0; seed < 100; seed++) {
            EventLog log = execution(new Random(seed));
            CausalGraph graph = CausalGraph.of(log);
            List<Integer> order = graph.order();
            for (int i = 0; i < order.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(graph.happensBefore(order.get(i), order.get(j)))
                            .as("seed %s", seed)
                            .isFalse();
                }
            }
            List<LoggedEvent> shuffled = new ArrayList<>(log.events());
            Collections.shuffle(shuffled, new Random(seed));
            CausalGraph other = CausalGraph.of(new EventLog("", shuffled, List.of()));

            assertThat(order).hasSize(graph.size());
            assertThat(order.stream().map(graph::event).toList())
                    .isEqualTo(other.order().stream().map(other::event).toList());
        }
    }

    @Test
    void lastCommonCauses_areTheMaximalSharedEvents() {
        for (long seed = 0; seed < 100; seed++) {
            CausalGraph graph = CausalGraph.of(execution(new Random(seed)));
            int e = graph.size() - 1;
            int f = graph.size() / 2;
            List<Integer> shared = new ArrayList<>();
            for (int g = 0; g < graph.size(); g++) {
                if ((g == e || graph.happensBefore(g, e)) && (g == f || graph.happensBefore(g, f))) {
                    shared.add(g);
                }
            }
            assertThat(graph.lastCommonCauses(e, f))
                    .as("seed %s", seed)
                    .containsExactlyInAnyOrderElementsOf(shared.stream()
                            .filter(g -> shared.stream().noneMatch(h -> graph.happensBefore(g, h)))
                            .toList());
        }
    }

    @Test
    void readsAndWrites_ofVersionsAreOrderedOrLostUpdates() {
        LoggedEvent readA = access("a", 1, Access.Kind.READ, null, "7");
        LoggedEvent readB = access("b", 1, Access.Kind.READ, null, "7");
        LoggedEvent writeA = access("a", 2, Access.Kind.WRITE, "7", "8");
        LoggedEvent writeB = access("b", 2, Access.Kind.WRITE, "7", "9");
        LoggedEvent readC = access("c", 1, Access.Kind.READ, null, "8");
        LoggedEvent writeC = access("c", 2, Access.Kind.WRITE, "8", "10");
        CausalGraph lost = graph(readA, readB, writeA, writeB);
        CausalGraph ordered = graph(readC, writeC, writeA, readA);

        assertThat(Races.of(lost)).singleElement().satisfies(race -> {
            assertThat(race.kind()).isEqualTo(Race.Kind.LOST_UPDATE);
            assertThat(lost.event(race.first())).isEqualTo(writeA);
            assertThat(lost.event(race.second())).isEqualTo(writeB);
            assertThat(race.lastCommonCauses()).isEmpty();
        });
        assertThat(ordered.relation(2, 1)).isEqualTo(CausalityRelation.HAPPENS_BEFORE);
        assertThat(ordered.relation(3, 1)).isEqualTo(CausalityRelation.HAPPENS_BEFORE);
        assertThat(Races.of(ordered)).isEmpty();
    }

    @Test
    void accessesWithoutVersions_areNotProven() {
        CausalGraph graph = graph(
                access("a", 1, Access.Kind.WRITE, null, null),
                access("b", 1, Access.Kind.READ, null, null),
                access("c", 1, Access.Kind.READ, null, null));

        assertThat(Races.of(graph)).hasSize(2).allMatch(race -> race.kind() == Race.Kind.NOT_PROVEN);
    }

    @Test
    void whatCannotBeUsed_isReportedAndLeftOut() {
        CausalGraph graph = graph(
                event("a", Map.of("a", 1L), 1),
                event("a", Map.of("a", 1L), 2),
                event("b", Map.of("a", 1L), 3),
                event("x", Map.of("x", 1L, "y", 1L), 4),
                event("y", Map.of("x", 1L, "y", 1L), 5));

        assertThat(graph.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "log:2: event 1 of node 'a' is at log:1 already",
                        "log:3: the vector does not count the event's own node 'b'",
                        "log:4: the vectors say that this event happened before itself");
        assertThat(graph.size()).isEqualTo(2);
    }

    @Test
    void versionsThatContradictTheVectors_areReportedAndNotUsed() {
        LoggedEvent read = access("a", 1, Access.Kind.READ, null, "8");
        LoggedEvent write = access("a", 2, Access.Kind.WRITE, null, "8");
        CausalGraph graph = graph(read, write);

        assertThat(graph.problems()).hasSize(1);
        assertThat(graph.relation(0, 1)).isEqualTo(CausalityRelation.HAPPENS_BEFORE);
    }

    private static CausalGraph graph(LoggedEvent... events) {
        return CausalGraph.of(new EventLog("", List.of(events), List.of()));
    }

    private static LoggedEvent event(String node, Map<String, Long> vector, int line) {
        return LoggedEvent.builder(new Position("log", line), node)
                .vector(LoggedVector.of(vector))
                .build();
    }

    private static LoggedEvent access(String node, long counter, Access.Kind kind, String base, String version) {
        return LoggedEvent.builder(new Position(node, (int) counter), node)
                .vector(LoggedVector.of(Map.of(node, counter)))
                .access(new Access("r", kind, base, version))
                .build();
    }

    private static VectorTimestamp vector(EventLog log, int event) {
        return VectorTimestamp.of(log.events().get(event).vector().toMap());
    }

    /** A random execution of core's clocks, logged in a random order. */
    private static EventLog execution(Random random) {
        int nodes = 1 + random.nextInt(5);
        List<VectorClock> clocks = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            clocks.add(new VectorClock("n" + node));
        }
        List<VectorTimestamp> messages = new ArrayList<>();
        List<LoggedEvent> events = new ArrayList<>();
        for (int i = random.nextInt(40); i >= 0; i--) {
            VectorClock clock = clocks.get(random.nextInt(nodes));
            VectorTimestamp timestamp = random.nextBoolean() || messages.isEmpty()
                    ? clock.send()
                    : clock.receive(messages.get(random.nextInt(messages.size())));
            messages.add(timestamp);
            events.add(event(clock.node(), timestamp.toMap(), events.size() + 1));
        }
        Collections.shuffle(events, random);
        return new EventLog("", events, List.of());
    }

    private static Statistics slowStatistics(CausalGraph graph) {
        long ordered = 0;
        long inversions = 0;
        for (int e = 0; e < graph.size(); e++) {
            for (int f = 0; f < graph.size(); f++) {
                ordered += graph.happensBefore(e, f) ? 1 : 0;
                inversions += graph.happensBefore(e, f) && e > f ? 1 : 0;
            }
        }
        return new Statistics(
                graph.size(),
                graph.nodes().size(),
                ordered,
                (long) graph.size() * (graph.size() - 1) / 2 - ordered,
                slowChain(graph),
                slowWidth(graph, 0, new ArrayList<>()),
                inversions);
    }

    private static int slowChain(CausalGraph graph) {
        int[] chain = new int[graph.size()];
        int longest = 0;
        for (int e : graph.order()) {
            for (int f = 0; f < graph.size(); f++) {
                chain[e] = graph.happensBefore(f, e) ? Math.max(chain[e], chain[f]) : chain[e];
            }
            longest = Math.max(longest, ++chain[e]);
        }
        return longest;
    }

    private static int slowWidth(CausalGraph graph, int from, List<Integer> chosen) {
        int widest = chosen.size();
        for (int e = from; e < graph.size(); e++) {
            int candidate = e;
            if (chosen.stream().allMatch(f -> graph.relation(candidate, f).isConcurrent())) {
                List<Integer> more = new ArrayList<>(chosen);
                more.add(e);
                widest = Math.max(widest, slowWidth(graph, e + 1, more));
            }
        }
        return widest;
    }
}
