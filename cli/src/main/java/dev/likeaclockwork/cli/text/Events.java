// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.text;

import dev.likeaclockwork.cli.output.Output;
import dev.likeaclockwork.cli.output.Style;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.Access;
import dev.likeaclockwork.graph.event.LoggedEvent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renders events as a line, or as the members of a JSON object. */
public final class Events {
    private Events() {}

    /** The label and the access of an event, as far as it has them. */
    public static String what(LoggedEvent event) {
        Access access = event.access();
        if (access == null) {
            return event.label();
        }
        return event.label().isEmpty() ? access.toString() : event.label() + ", " + access;
    }

    /** Prints a line: a prefix, the node, the label with the access, and the place in the logs. */
    public static void print(Output out, String before, CausalGraph graph, int event) {
        LoggedEvent logged = graph.event(event);
        out.line(
                before + Style.lane(graph.node(event), logged.node()) + "  ",
                what(logged),
                logged.position().toString());
    }

    /** The members of an event; those that the log does not contain are absent. */
    public static Map<String, Object> members(CausalGraph graph, int event) {
        LoggedEvent logged = graph.event(event);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("node", logged.node());
        members.put("counter", logged.counter());
        putText(members, "id", logged.id());
        members.put("label", logged.label());
        putText(members, "time", logged.time() == null ? null : logged.time().toString());
        if (logged.access() != null) {
            members.put("access", members(logged.access()));
        }
        members.put("file", logged.position().file());
        members.put("line", logged.position().line());
        return members;
    }

    public static List<Map<String, Object>> members(CausalGraph graph, Collection<Integer> events) {
        return events.stream().map(event -> members(graph, event)).toList();
    }

    private static Map<String, Object> members(Access access) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kind", name(access.kind()));
        members.put("resource", access.resource());
        putText(members, "base", access.base());
        putText(members, "version", access.version());
        return members;
    }

    private static void putText(Map<String, Object> members, String name, @Nullable String text) {
        if (text != null) {
            members.put(name, text);
        }
    }

    /** The name of a constant in JSON. */
    public static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
