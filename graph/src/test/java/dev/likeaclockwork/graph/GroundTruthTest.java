// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.event.Ordering;
import dev.likeaclockwork.graph.findings.Race;
import dev.likeaclockwork.graph.findings.Races;
import dev.likeaclockwork.graph.query.CommonCauses;
import dev.likeaclockwork.graph.testkit.LoggedExecution;
import dev.likeaclockwork.testkit.Execution;
import dev.likeaclockwork.testkit.ExecutionShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroundTruthTest {
    /** Executions of each of the four large tests, ten thousand different ones together. */
    private static final int SEEDS = 2_500;

    @Test
    void relations_ofCompleteLogsAreThoseOfReachability() {
        for (long seed = 0; seed < SEEDS; seed++) {
            LoggedExecution execution = execution(seed);
            CausalGraph graph = CausalGraph.of(execution.log(0, 0.1));
            for (int e = 0; e < graph.size(); e++) {
                for (int f = 0; f < graph.size(); f++) {
                    Ordering truth = execution.relation(step(graph, e), step(graph, f));
                    if (graph.relation(e, f) != truth) {
                        throw new AssertionError("seed " + seed + ": " + graph.event(e) + " and " + graph.event(f)
                                + " are " + truth + ", not " + graph.relation(e, f));
                    }
                }
            }
        }
    }

    @Test
    void relations_ofLogsWithHolesAreUnknownOrThoseOfReachability() {
        long unknown = 0;
        long known = 0;
        for (long seed = SEEDS; seed < 2 * SEEDS; seed++) {
            LoggedExecution execution = execution(seed);
            CausalGraph graph = CausalGraph.of(execution.log(0.04, 0.1));
            for (int e = 0; e < graph.size(); e++) {
                for (int f = 0; f < graph.size(); f++) {
                    Ordering truth = execution.relation(step(graph, e), step(graph, f));
                    Ordering told = graph.relation(e, f);
                    unknown += told == Ordering.UNKNOWN ? 1 : 0;
                    known += told != Ordering.UNKNOWN ? 1 : 0;
                    if (told != Ordering.UNKNOWN && told != truth) {
                        throw new AssertionError("seed " + seed + ": " + graph.event(e) + " and " + graph.event(f)
                                + " are " + truth + ", not " + told);
                    }
                }
            }
        }
        assertThat(unknown).isPositive().isLessThan(known);
    }

    @Test
    void relations_ofVectorsAloneAreCertainDespiteHoles() {
        for (long seed = 0; seed < 1_000; seed++) {
            LoggedExecution execution = new LoggedExecution(Execution.of(shape(seed), seed), seed, 0);
            CausalGraph graph = CausalGraph.of(execution.log(0.3, 0.1));
            for (int e = 0; e < graph.size(); e++) {
                for (int f = 0; f < graph.size(); f++) {
                    assertThat(graph.relation(e, f))
                            .as("seed %s", seed)
                            .isEqualTo(execution.relation(step(graph, e), step(graph, f)));
                }
            }
        }
    }

    @Test
    void relations_ofWhatKnowsTooManyToHoldAreSearched() {
        int searched = 0;
        for (long seed = 0; seed < 20; seed++) {
            ExecutionShape shape = ExecutionShape.seeded(seed).withNodes(60).withEvents(400);
            LoggedExecution execution = new LoggedExecution(Execution.of(shape, seed), seed, 0.6);
            CausalGraph graph = CausalGraph.of(execution.log(0, 0));
            for (int e = 0; e < graph.size(); e++) {
                searched += graph.clocks().isPartial(e) ? 1 : 0;
                for (int f = 0; f < graph.size(); f++) {
                    Ordering truth = execution.relation(step(graph, e), step(graph, f));
                    if (graph.relation(e, f) != truth) {
                        throw new AssertionError("seed " + seed + ": " + graph.event(e) + " and " + graph.event(f)
                                + " are " + truth + ", not " + graph.relation(e, f));
                    }
                }
            }
        }
        assertThat(searched).isGreaterThan(1_000);
    }

    @Test
    void races_ofCompleteLogsAreAllPairsThatNothingOrders() {
        for (long seed = 2 * SEEDS; seed < 3 * SEEDS; seed++) {
            LoggedExecution execution = execution(seed);
            CausalGraph graph = CausalGraph.of(execution.log(0, 0));
            Map<List<Object>, Long> found = new HashMap<>();
            for (Race race : Races.of(graph)) {
                TreeSet<String> services = new TreeSet<>(List.of(
                        graph.event(race.first()).node(),
                        graph.event(race.second()).node()));
                found.merge(List.of(race.kind(), race.resource(), services), race.pairs(), Long::sum);
            }
            assertThat(found).as("seed %s", seed).isEqualTo(slowRaces(execution));
        }
    }

    @Test
    void races_ofLogsWithHolesMissNoPairOfWhatIsThere() {
        for (long seed = 3 * SEEDS; seed < 4 * SEEDS; seed++) {
            LoggedExecution execution = execution(seed);
            CausalGraph graph = CausalGraph.of(execution.log(0.15, 0.1));
            Map<Ordering, Long> pairs = new HashMap<>();
            for (List<Integer> pair : slowPairs(
                    events(graph),
                    (e, f) -> !graph.relations().leadsTo(e, f)
                            && !graph.relations().leadsTo(f, e))) {
                int e = pair.get(0);
                int f = pair.get(1);
                Ordering told = graph.relation(e, f);
                assertThat(told)
                        .as("seed %s", seed)
                        .isIn(Ordering.UNKNOWN, execution.relation(step(graph, e), step(graph, f)));
                pairs.merge(told, 1L, Long::sum);
            }
            List<Race> races = Races.of(graph);
            long sure = count(races, false);
            assertThat(sure).as("seed %s", seed).isEqualTo(pairs.getOrDefault(Ordering.CONCURRENT, 0L));
            assertThat(count(races, true)).as("seed %s", seed).isEqualTo(pairs.getOrDefault(Ordering.UNKNOWN, 0L));
        }
    }

    @Test
    void eventsConcurrentWithOneAndUnknownToIt_areThoseOfTheRelation() {
        for (long seed = 0; seed < 500; seed++) {
            CausalGraph graph = CausalGraph.of(execution(seed).log(0.04, 0.1));
            for (int e = 0; e < graph.size(); e++) {
                int event = e;
                assertThat(graph.concurrentWith(e).boxed().toList())
                        .as("seed %s", seed)
                        .isEqualTo(with(graph, other -> graph.relation(event, other) == Ordering.CONCURRENT));
                assertThat(graph.unknownTo(e).boxed().toList())
                        .as("seed %s", seed)
                        .isEqualTo(with(graph, other -> graph.relation(event, other) == Ordering.UNKNOWN));
            }
        }
    }

    private static List<Integer> with(CausalGraph graph, IntPredicate predicate) {
        return IntStream.range(0, graph.size()).filter(predicate).boxed().toList();
    }

    @Test
    void numbers_areTheSameWhateverTheOrderOfTheLog() {
        for (long seed = 0; seed < 500; seed++) {
            List<LoggedEvent> log = execution(seed).log(0.05, 0.05);
            CausalGraph graph = CausalGraph.of(log);
            Collections.shuffle(log, new Random(seed));
            CausalGraph other = CausalGraph.of(log);

            assertThat(events(other)).as("seed %s", seed).isEqualTo(events(graph));
            assertThat(other.problems()).isEqualTo(graph.problems());
            assertThat(Races.of(other)).isEqualTo(Races.of(graph));
            for (int e = 0; e < graph.size(); e++) {
                for (int f = 0; f <= e; f++) {
                    assertThat(graph.happensBefore(e, f)).as("seed %s", seed).isFalse();
                }
            }
        }
    }

    @Test
    void lastCommonCauses_areTheLastSharedEvents() {
        for (long seed = 0; seed < 500; seed++) {
            CausalGraph graph = CausalGraph.of(execution(seed).log(0, 0));
            int e = graph.size() - 1;
            int f = graph.size() / 2;
            List<Integer> shared = new ArrayList<>();
            for (int g = 0; g < graph.size(); g++) {
                if ((g == e || graph.happensBefore(g, e)) && (g == f || graph.happensBefore(g, f))) {
                    shared.add(g);
                }
            }
            shared.removeIf(g -> shared.stream().anyMatch(h -> graph.happensBefore(g, h)));
            assertThat(CommonCauses.of(graph, e, f)).as("seed %s", seed).isEqualTo(shared);
        }
    }

    @Test
    void causes_areTheTransitiveReduction() {
        for (long seed = 0; seed < 500; seed++) {
            CausalGraph graph = CausalGraph.of(new LoggedExecution(Execution.of(shape(seed), seed), seed, 0).log(0, 0));
            for (int f = 0; f < graph.size(); f++) {
                int effect = f;
                List<Integer> past = new ArrayList<>();
                for (int e = 0; e < f; e++) {
                    if (graph.happensBefore(e, f)) {
                        past.add(e);
                    }
                }
                List<Integer> others = past.stream()
                        .filter(e -> graph.node(e) != graph.node(effect))
                        .filter(e -> past.stream().noneMatch(g -> graph.happensBefore(e, g)))
                        .toList();
                assertThat(graph.causes(f).boxed().filter(e -> graph.node(e) != graph.node(effect)))
                        .as("seed %s", seed)
                        .containsExactlyInAnyOrderElementsOf(others);
            }
        }
    }

    private static LoggedExecution execution(long seed) {
        return new LoggedExecution(Execution.of(shape(seed), seed), seed, 1.0 / 3);
    }

    private static ExecutionShape shape(long seed) {
        ExecutionShape shape = ExecutionShape.seeded(seed);
        return shape.withEvents(Math.min(60, shape.events()));
    }

    private static int step(CausalGraph graph, int event) {
        return graph.event(event).position().line();
    }

    private static List<LoggedEvent> events(CausalGraph graph) {
        return IntStream.range(0, graph.size()).mapToObj(graph::event).toList();
    }

    private static long count(List<Race> races, boolean unknown) {
        return races.stream()
                .filter(race -> unknown == (race.kind() == Race.Kind.UNKNOWN))
                .mapToLong(Race::pairs)
                .sum();
    }

    private static Map<List<Object>, Long> slowRaces(LoggedExecution execution) {
        Map<List<Object>, Long> races = new HashMap<>();
        for (List<Integer> pair :
                slowPairs(execution.events, (e, f) -> execution.relation(e, f) == Ordering.CONCURRENT)) {
            LoggedEvent one = execution.events.get(pair.get(0));
            LoggedEvent other = execution.events.get(pair.get(1));
            races.merge(
                    List.of(
                            kind(one, other),
                            one.access().resource(),
                            new TreeSet<>(List.of(one.node(), other.node()))),
                    1L,
                    Long::sum);
        }
        return races;
    }

    /** The racing pairs, the earlier event first, without reads of whom the same version's update was lost. */
    private static List<List<Integer>> slowPairs(List<LoggedEvent> events, BiPredicate<Integer, Integer> unordered) {
        List<List<Integer>> pairs = new ArrayList<>();
        for (int e = 0; e < events.size(); e++) {
            for (int f = 0; f < e; f++) {
                if (conflict(events.get(e), events.get(f))
                        && unordered.test(e, f)
                        && !lostUpdate(events, e, f, unordered)
                        && !lostUpdate(events, f, e, unordered)) {
                    pairs.add(List.of(f, e));
                }
            }
        }
        return pairs;
    }

    /** Whether the node that read a version also wrote over it, concurrently with the other write. */
    private static boolean lostUpdate(
            List<LoggedEvent> events, int read, int write, BiPredicate<Integer, Integer> unordered) {
        LoggedEvent reader = events.get(read);
        if (reader.access().isWrite() || seen(reader) == null || seen(events.get(write)) == null) {
            return false;
        }
        int own = -1;
        for (int event = 0; event < events.size(); event++) {
            LoggedEvent other = events.get(event);
            boolean sameVersion = other.access() != null
                    && other.access().isWrite()
                    && other.node().equals(reader.node())
                    && other.access().resource().equals(reader.access().resource())
                    && seen(reader).equals(seen(other));
            own = sameVersion ? event : own;
        }
        return own >= 0 && unordered.test(own, write);
    }

    private static boolean conflict(LoggedEvent e, LoggedEvent f) {
        return e.access() != null
                && f.access() != null
                && e.access().resource().equals(f.access().resource())
                && (e.access().isWrite() || f.access().isWrite())
                && (seen(e) == null || seen(f) == null || seen(e).equals(seen(f)));
    }

    private static String seen(LoggedEvent event) {
        return event.access().isWrite() ? event.access().base() : event.access().version();
    }

    private static Race.Kind kind(LoggedEvent e, LoggedEvent f) {
        if (seen(e) == null || seen(f) == null) {
            return Race.Kind.NOT_PROVEN;
        }
        return e.access().isWrite() && f.access().isWrite()
                ? Race.Kind.LOST_UPDATE
                : Race.Kind.CONFLICTING_READ_AND_WRITE;
    }
}
