// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.text;

import dev.likeaclockwork.cli.output.Output;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.findings.Race;
import dev.likeaclockwork.graph.findings.Races;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Finds, renders and counts the races of all executions. */
public final class RaceList {
    private final Function<CausalGraph, Races.Filter> filter;
    private final Map<Race.Kind, Integer> found = new EnumMap<>(Race.Kind.class);
    private long missingEvents;
    private boolean accesses;

    /** Creates a list of the races that pass a filter. */
    public RaceList(Function<CausalGraph, Races.Filter> filter) {
        this.filter = filter;
    }

    /** Finds the races of one execution. */
    public List<Race> find(Execution execution, Output out) {
        CausalGraph graph = execution.graph();
        missingEvents += graph.missingEvents();
        accesses |= hasAccess(graph);
        out.progress().phase("finding races", 0);
        List<Race> races = Races.of(graph, filter.apply(graph));
        races.forEach(race -> found.merge(race.kind(), 1, Integer::sum));
        return races;
    }

    private static boolean hasAccess(CausalGraph graph) {
        return IntStream.range(0, graph.size()).anyMatch(event -> graph.access(event) != null);
    }

    /** Prints at most {@code limit} races of one execution, the most severe ones first. */
    public void print(Execution execution, List<Race> races, int limit, Output out) {
        races.stream().limit(limit).forEach(race -> print(execution, race, out));
        if (races.size() > limit && !out.isJson()) {
            out.line("and " + (races.size() - limit) + " more");
        }
    }

    private static void print(Execution execution, Race race, Output out) {
        if (out.isJson()) {
            Map<String, Object> object = execution.object("race");
            RaceText.put(object, execution.graph(), race);
            out.object(object);
        } else {
            RaceText.print(out, execution.graph(), race);
        }
    }

    /** Prints the numbers of races, after all executions. */
    public void conclude(Output out) {
        int notProven = found.getOrDefault(Race.Kind.NOT_PROVEN, 0);
        int unknown = found.getOrDefault(Race.Kind.UNKNOWN, 0);
        int proven = found.values().stream().mapToInt(count -> count).sum() - notProven - unknown;
        if (out.isJson()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("type", "summary");
            object.put("races", proven);
            object.put("not_proven", notProven);
            object.put("unknown", unknown);
            object.put("missing_events", missingEvents);
            out.object(object);
            return;
        }
        out.line((proven == 0 ? "No races" : Amounts.of(proven, "race"))
                + (notProven == 0 ? "" : ", " + notProven + " not proven")
                + (unknown == 0 ? "" : ", " + unknown + " unknown") + ".");
        if (missingEvents > 0) {
            out.line(Amounts.of(missingEvents, "event") + (missingEvents == 1 ? " is" : " are")
                    + " missing from the logs and may hide " + (proven == 0 ? "a race." : "other races."));
        }
        if (!accesses) {
            out.line("No event records a read or write of a resource, so no race can be found.");
        }
    }
}
