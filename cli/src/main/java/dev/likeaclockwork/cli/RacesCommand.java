// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.LoggedEvent;
import dev.likeaclockwork.graph.Race;
import dev.likeaclockwork.graph.Races;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code clockwork races}. */
@Command(
        name = "races",
        mixinStandardHelpOptions = true,
        description = "Names the concurrent accesses of one resource, and what would have ordered them.",
        footer = {"", "Example: clockwork races order.jsonl payment.jsonl inventory.jsonl"})
final class RacesCommand implements Callable<Integer> {
    @Mixin
    private LogFiles files = new LogFiles();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        int[] found = {0};
        boolean complete = files.forEach(spec.commandLine().getErr(), (name, graph) -> {
            for (Race race : Races.of(graph)) {
                found[0]++;
                print(out, graph, race);
            }
        });
        out.println(found[0] == 0 ? "No races." : found[0] == 1 ? "1 race." : found[0] + " races.");
        if (!complete) {
            return ClockworkCommand.BAD_INPUT;
        }
        return found[0] == 0 ? ClockworkCommand.FINE : ClockworkCommand.FINDING;
    }

    private static void print(PrintWriter out, CausalGraph graph, Race race) {
        out.println(Style.alarm(title(race.kind())) + " on " + Style.strong(race.resource()) + ": "
                + explanation(race.kind()));
        out.println("  " + line(graph, race.first()));
        out.println("  " + line(graph, race.second()));
        if (race.lastCommonCauses().isEmpty()) {
            out.println("  last common cause: none; the two share no history");
        }
        for (int cause : race.lastCommonCauses()) {
            out.println("  last common cause: " + line(graph, cause));
        }
        LoggedEvent first = graph.event(race.first());
        LoggedEvent second = graph.event(race.second());
        out.println("  missing: a message from " + first.node() + " to " + second.node()
                + " or back between the two, or a lock or version check on " + race.resource());
        out.println();
    }

    private static String title(Race.Kind kind) {
        return switch (kind) {
            case LOST_UPDATE -> "LOST UPDATE";
            case CONFLICTING_READ_AND_WRITE -> "CONFLICTING READ AND WRITE";
            case NOT_PROVEN -> "RACE, NOT PROVEN";
            case UNKNOWN -> "UNKNOWN";
        };
    }

    private static String explanation(Race.Kind kind) {
        return switch (kind) {
            case LOST_UPDATE -> "two concurrent writes over the same version; one of them is gone.";
            case CONFLICTING_READ_AND_WRITE -> "one read it while the other was writing it.";
            case NOT_PROVEN -> "nothing orders the two; the log has no versions that prove or refute a conflict.";
            case UNKNOWN -> "nothing orders the two, but something that is missing from the logs may.";
        };
    }

    private static String line(CausalGraph graph, int event) {
        LoggedEvent logged = graph.event(event);
        int node = graph.node(event);
        return Style.lane(node, logged.node()) + "  " + LaneDiagram.what(logged) + "  "
                + Style.faint(logged.position().toString());
    }
}
