// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.Race;
import dev.likeaclockwork.graph.Races;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clockwork races}. */
@Command(
        name = "races",
        description = "Names the concurrent accesses of one resource, and what would have ordered them.",
        footer = {"", "Example: clockwork races --resource 'product:*' order.jsonl payment.jsonl inventory.jsonl"})
final class RacesCommand extends LogCommand {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = LogFiles.DESCRIPTION)
    private List<String> files = List.of();

    @Mixin
    private RaceFilter filter = new RaceFilter();

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = Limit.class,
            description = "Print at most N races, the worst ones.")
    private int limit = Integer.MAX_VALUE;

    private final Map<Race.Kind, Integer> found = new EnumMap<>(Race.Kind.class);
    private long missingEvents;
    private boolean accesses;

    @Override
    List<String> files() {
        return files;
    }

    @Override
    boolean answer(Execution execution, Output out) {
        CausalGraph graph = execution.graph();
        missingEvents += graph.missingEvents();
        accesses |= hasAccess(graph);
        out.progress().phase("looking for races", 0);
        List<Race> races = Races.of(graph, filter.of(graph));
        if (!races.isEmpty()) {
            execution.printName(out);
        }
        races.forEach(race -> found.merge(race.kind(), 1, Integer::sum));
        races.stream().limit(limit).forEach(race -> print(execution, race, out));
        if (races.size() > limit && !out.isJson()) {
            out.line("and " + (races.size() - limit) + " more");
        }
        return !races.isEmpty();
    }

    private static boolean hasAccess(CausalGraph graph) {
        return IntStream.range(0, graph.size()).anyMatch(event -> graph.access(event) != null);
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

    @Override
    boolean conclude(Output out) {
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
            return false;
        }
        out.line((proven == 0 ? "No races" : Amounts.of(proven, "race"))
                + (notProven == 0 ? "" : ", " + notProven + " not proven")
                + (unknown == 0 ? "" : ", " + unknown + " unknown") + ".");
        if (missingEvents > 0) {
            out.line(Amounts.of(missingEvents, "event") + (missingEvents == 1 ? " is" : " are")
                    + " missing from the logs, so that this does not prove that there was no "
                    + (proven == 0 ? "race." : "other race."));
        }
        if (!accesses) {
            out.line("No event says that it read or wrote a resource, so that there is nothing that could race.");
        }
        return false;
    }
}
