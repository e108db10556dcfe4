// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.text;

import dev.likeaclockwork.cli.output.Output;
import dev.likeaclockwork.cli.output.Style;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.findings.Race;
import java.util.List;
import java.util.Map;

/** Renders races. */
public final class RaceText {
    private RaceText() {}

    public static void print(Output out, CausalGraph graph, Race race) {
        out.line(Style.alarm(title(race.kind())) + " on " + Style.strong(race.resource()) + ": "
                + explanation(race.kind()));
        Events.print(out, "  ", graph, race.first());
        Events.print(out, "  ", graph, race.second());
        if (race.pairs() > 1) {
            out.line("  and " + (race.pairs() - 1) + " more such " + (race.pairs() == 2 ? "pair" : "pairs")
                    + " between " + between(graph, race));
        }
        if (race.lastCommonCauses().isEmpty()) {
            out.line("  last common cause: none"
                    + (race.kind() == Race.Kind.UNKNOWN ? " in the logs" : "; the two share no history"));
        }
        for (int cause : race.lastCommonCauses()) {
            Events.print(out, "  last common cause: ", graph, cause);
        }
        out.line("  missing: " + missing(graph, race));
        out.line("");
    }

    /** Adds the members of a race to a JSON object. */
    public static void put(Map<String, Object> members, CausalGraph graph, Race race) {
        members.put("kind", Events.name(race.kind()));
        members.put("resource", race.resource());
        members.put("services", List.of(service(graph, race.first()), service(graph, race.second())));
        members.put("pairs", race.pairs());
        members.put("first", Events.members(graph, race.first()));
        members.put("second", Events.members(graph, race.second()));
        members.put("last_common_causes", Events.members(graph, race.lastCommonCauses()));
        members.put("missing", missing(graph, race));
    }

    /** The title of a kind, such as {@code LOST UPDATE}. */
    public static String title(Race.Kind kind) {
        return switch (kind) {
            case LOST_UPDATE -> "LOST UPDATE";
            case CONFLICTING_READ_AND_WRITE -> "CONFLICTING READ AND WRITE";
            case NOT_PROVEN -> "RACE, NOT PROVEN";
            case UNKNOWN -> "UNKNOWN";
        };
    }

    private static String explanation(Race.Kind kind) {
        return switch (kind) {
            case LOST_UPDATE -> "two concurrent writes over the same version; one of them is lost.";
            case CONFLICTING_READ_AND_WRITE -> "a read and a write of it are concurrent.";
            case NOT_PROVEN ->
                "nothing orders the two accesses, and the logs have no versions that prove or rule out a conflict.";
            case UNKNOWN -> "nothing orders the two accesses, but events that are missing from the logs may.";
        };
    }

    private static String missing(CausalGraph graph, Race race) {
        LoggedEvent first = graph.event(race.first());
        LoggedEvent second = graph.event(race.second());
        boolean same = first.service().equals(second.service());
        String ordered = "a message between " + (same ? first.node() : first.service()) + " and "
                + (same ? second.node() : second.service()) + " that orders them, or a lock or version check on "
                + race.resource();
        return switch (race.kind()) {
            case LOST_UPDATE, CONFLICTING_READ_AND_WRITE -> ordered;
            case NOT_PROVEN -> "the versions that the two accesses saw and made; if they conflict, also " + ordered;
            case UNKNOWN -> "events or versions; 'clockwork check' lists them";
        };
    }

    private static String between(CausalGraph graph, Race race) {
        String first = service(graph, race.first());
        String second = service(graph, race.second());
        return first.equals(second) ? "activities of " + first : first + " and " + second;
    }

    private static String service(CausalGraph graph, int event) {
        return graph.event(event).service();
    }
}
