// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.diff;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.findings.Race;
import dev.likeaclockwork.graph.findings.Races;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What differs between two executions, the left one and the right one. Wall-clock times, ids and fields do not count.
 *
 * @param missing events of the left graph that the right one does not have
 * @param added events of the right graph that the left one does not have
 * @param orders events of both that relate in another way; by direct causes, so that an order that follows from others
 *     is not named again
 * @param racesGone races of the left graph without one of their kind between the same services on the same resource in
 *     the right one
 * @param racesNew races of the right graph without one in the left one
 */
public record GraphDiff(
        List<Integer> missing,
        List<Integer> added,
        List<OrderChange> orders,
        List<Race> racesGone,
        List<Race> racesNew) {
    /**
     * Compares two graphs.
     *
     * <p>Events are matched by an id that both have; else by service, label and occurrence, lane by lane. Takes O(n log
     * n), and as much as finding races does.
     */
    public static GraphDiff of(CausalGraph left, CausalGraph right) {
        EventMatching matching = new EventMatching(left, right);
        List<Race> races = Races.of(left);
        List<Race> others = Races.of(right);
        return new GraphDiff(
                unmatched(matching.rightOf()),
                unmatched(matching.leftOf()),
                OrderChanges.of(left, right, matching),
                without(left, races, right, others),
                without(right, others, left, races));
    }

    private static List<Integer> unmatched(int[] matches) {
        return IntStream.range(0, matches.length)
                .filter(event -> matches[event] == EventMatching.NONE)
                .boxed()
                .toList();
    }

    private static List<Race> without(CausalGraph graph, List<Race> races, CausalGraph other, List<Race> known) {
        Set<RaceKey> keys = new HashSet<>();
        known.forEach(race -> keys.add(RaceKey.of(other, race)));
        return races.stream()
                .filter(race -> !keys.contains(RaceKey.of(graph, race)))
                .toList();
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return missing.isEmpty() && added.isEmpty() && orders.isEmpty() && racesGone.isEmpty() && racesNew.isEmpty();
    }

    private record RaceKey(Race.Kind kind, String resource, Set<String> services) {
        static RaceKey of(CausalGraph graph, Race race) {
            LoggedEvent first = graph.event(race.first());
            LoggedEvent second = graph.event(race.second());
            return new RaceKey(race.kind(), race.resource(), new HashSet<>(List.of(first.service(), second.service())));
        }
    }
}
