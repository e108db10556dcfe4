// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import static dev.likeaclockwork.graph.Events.access;
import static dev.likeaclockwork.graph.Events.atLine;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.graph.event.Access;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.event.LoggedVector;
import dev.likeaclockwork.graph.event.Ordering;
import dev.likeaclockwork.graph.event.Position;
import dev.likeaclockwork.graph.findings.Race;
import dev.likeaclockwork.graph.findings.Races;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RacesTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @Test
    void twoWritesOverOneVersion_areALostUpdate() {
        CausalGraph graph = Events.graph(
                access(1, "a", 1, Access.Kind.READ, null, "7"),
                access(2, "b", 1, Access.Kind.READ, null, "7"),
                access(3, "a", 2, Access.Kind.WRITE, "7", "8"),
                access(4, "b", 2, Access.Kind.WRITE, "7", "9"));

        assertThat(Races.of(graph)).first().satisfies(race -> {
            assertThat(race.kind()).isEqualTo(Race.Kind.LOST_UPDATE);
            assertThat(List.of(race.first(), race.second())).containsExactly(atLine(graph, 3), atLine(graph, 4));
            assertThat(race.lastCommonCauses()).isEmpty();
        });
    }

    @Test
    void writeOverTheVersionRead_isOrdered() {
        CausalGraph graph = Events.graph(
                access(1, "c", 1, Access.Kind.READ, null, "8"),
                access(2, "c", 2, Access.Kind.WRITE, "8", "10"),
                access(3, "a", 2, Access.Kind.WRITE, "7", "8"),
                access(4, "a", 1, Access.Kind.READ, null, "7"));

        assertThat(graph.relation(atLine(graph, 3), atLine(graph, 1))).isEqualTo(Ordering.HAPPENS_BEFORE);
        assertThat(graph.relation(atLine(graph, 4), atLine(graph, 2))).isEqualTo(Ordering.HAPPENS_BEFORE);
        assertThat(Races.of(graph)).isEmpty();
    }

    @Test
    void accessesWithoutVersions_areNotProven() {
        CausalGraph graph = Events.graph(
                access(1, "a", 1, Access.Kind.WRITE, null, null),
                access(2, "b", 1, Access.Kind.READ, null, null),
                access(3, "c", 1, Access.Kind.READ, null, null));

        assertThat(Races.of(graph)).hasSize(2).allMatch(race -> race.kind() == Race.Kind.NOT_PROVEN);
    }

    @Test
    void activitiesWithoutVersions_raceOnlyIfTheyOverlapInTime() {
        CausalGraph graph = CausalGraph.of(List.of(
                write(1, "order/1", NOON),
                write(2, "order/1", NOON.plusMillis(10)),
                write(3, "order/2", NOON.plusMillis(5)),
                write(4, "order/3", NOON.plusMillis(11))));

        assertThat(Races.of(graph)).singleElement().satisfies(race -> {
            assertThat(race.pairs()).isEqualTo(2);
            assertThat(List.of(race.first(), race.second())).containsExactly(atLine(graph, 1), atLine(graph, 3));
        });
    }

    @Test
    void activitiesOfServicesWhoseClocksMayBeApart_mayOverlap() {
        CausalGraph graph =
                CausalGraph.of(List.of(write(1, "order/1", NOON), write(2, "stock/1", NOON.plusMillis(900))));

        assertThat(Races.of(graph)).hasSize(1);
        assertThat(Races.of(CausalGraph.of(
                        List.of(write(1, "order/1", NOON), write(2, "stock/1", NOON.plusMillis(1_100))))))
                .isEmpty();
    }

    @Test
    void raceOfManyActivities_isOne() {
        List<LoggedEvent> events = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            events.add(LoggedEvent.builder(new Position("log", i), (i % 2 == 0 ? "order/" : "stock/") + i)
                    .vector(LoggedVector.of(Map.of((i % 2 == 0 ? "order/" : "stock/") + i, 1L)))
                    .access(new Access("r", Access.Kind.WRITE, "1", "by " + i))
                    .build());
        }

        assertThat(Races.of(CausalGraph.of(events)))
                .extracting(Race::pairs)
                .containsExactlyInAnyOrder(50L * 49 / 2, 50L * 49 / 2, 50L * 50);
    }

    @Test
    void sectionsOfOneLock_areOrdered() {
        CausalGraph graph = CausalGraph.of(List.of(
                locked(1, "a", 1, Access.Kind.ACQUIRE, NOON),
                access(2, "a", 2, Access.Kind.WRITE, null, null),
                locked(3, "a", 3, Access.Kind.RELEASE, NOON.plusMillis(5)),
                locked(4, "b", 1, Access.Kind.ACQUIRE, NOON.plusMillis(6)),
                access(5, "b", 2, Access.Kind.WRITE, null, null),
                locked(6, "b", 3, Access.Kind.RELEASE, NOON.plusMillis(9)),
                locked(7, "c", 1, Access.Kind.ACQUIRE, NOON.plusMillis(8)),
                access(8, "c", 2, Access.Kind.WRITE, null, null),
                locked(9, "c", 3, Access.Kind.RELEASE, NOON.plusMillis(12))));

        assertThat(graph.relation(atLine(graph, 2), atLine(graph, 5))).isEqualTo(Ordering.HAPPENS_BEFORE);
        assertThat(graph.relation(atLine(graph, 5), atLine(graph, 8))).isEqualTo(Ordering.CONCURRENT);
        assertThat(Races.of(graph)).hasSize(2);
    }

    private static LoggedEvent write(int line, String node, Instant time) {
        return LoggedEvent.builder(new Position("log", line), node)
                .time(time)
                .access(new Access("r", Access.Kind.WRITE, null, null))
                .build();
    }

    private static LoggedEvent locked(int line, String node, long counter, Access.Kind kind, Instant time) {
        return LoggedEvent.builder(new Position("log", line), node)
                .vector(LoggedVector.of(Map.of(node, counter)))
                .time(time)
                .access(new Access("lock", kind, null, null))
                .build();
    }

    /** Would take hours if each two were compared. */
    @Test
    void versionThatNeverChanges_isLookedAtByChain() {
        List<LoggedEvent> events = new ArrayList<>();
        for (int i = 1; i <= 200_000; i++) {
            events.add(Events.access(i, "a", i, Access.Kind.WRITE, "1", "1"));
        }
        events.add(Events.access(200_001, "b", 1, Access.Kind.WRITE, "1", "1"));
        List<Race> races = Races.of(CausalGraph.of(events));

        assertThat(races).extracting(Race::pairs).containsExactly(200_000L);
    }
}
