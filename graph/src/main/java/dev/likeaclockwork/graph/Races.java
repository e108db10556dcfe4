// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The races of an execution: for each resource and each two nodes the worst one.
 *
 * <p>Takes time quadratic in the accesses of one resource.
 */
public final class Races {
    private Races() {}

    /** All races, by resource, then in causal order. */
    public static List<Race> of(CausalGraph graph) {
        Map<String, List<Integer>> byResource = new TreeMap<>();
        for (int event : graph.order()) {
            Access access = graph.event(event).access();
            if (access != null) {
                byResource
                        .computeIfAbsent(access.resource(), r -> new ArrayList<>())
                        .add(event);
            }
        }
        List<Race> races = new ArrayList<>();
        byResource.forEach((resource, accesses) -> races.addAll(among(graph, resource, accesses)));
        return races;
    }

    private static List<Race> among(CausalGraph graph, String resource, List<Integer> accesses) {
        Map<List<Integer>, Race> worst = new LinkedHashMap<>();
        for (int i = 0; i < accesses.size(); i++) {
            for (int j = i + 1; j < accesses.size(); j++) {
                int first = accesses.get(i);
                int second = accesses.get(j);
                if (conflict(graph, first, second)) {
                    Race race = new Race(
                            kind(graph, first, second), resource, first, second, graph.lastCommonCauses(first, second));
                    worst.merge(nodes(graph, race), race, Races::worse);
                }
            }
        }
        return worst.values().stream().sorted(Comparator.comparing(Race::kind)).toList();
    }

    private static boolean conflict(CausalGraph graph, int first, int second) {
        return (access(graph, first).isWrite() || access(graph, second).isWrite())
                && graph.relation(first, second).isConcurrent();
    }

    private static Race.Kind kind(CausalGraph graph, int first, int second) {
        Access a = access(graph, first);
        Access b = access(graph, second);
        if (a.isWrite() && b.isWrite()) {
            return a.base() != null && a.base().equals(b.base()) ? Race.Kind.LOST_UPDATE : Race.Kind.NOT_PROVEN;
        }
        return a.version() != null && b.version() != null ? Race.Kind.CONFLICTING_READ_AND_WRITE : Race.Kind.NOT_PROVEN;
    }

    private static List<Integer> nodes(CausalGraph graph, Race race) {
        int a = graph.node(race.first());
        int b = graph.node(race.second());
        return List.of(Math.min(a, b), Math.max(a, b));
    }

    private static Race worse(Race known, Race found) {
        return found.kind().compareTo(known.kind()) < 0 ? found : known;
    }

    private static Access access(CausalGraph graph, int event) {
        Access access = graph.event(event).access();
        if (access == null) {
            throw new IllegalStateException("event " + event + " accesses nothing");
        }
        return access;
    }
}
