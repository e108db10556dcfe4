// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.text;

import dev.likeaclockwork.cli.output.Output;
import dev.likeaclockwork.cli.output.Style;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.diff.GraphDiff;
import dev.likeaclockwork.graph.diff.OrderChange;
import dev.likeaclockwork.graph.event.Ordering;
import dev.likeaclockwork.graph.findings.Race;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Renders the difference of two logs. */
public final class DiffText {
    private final CausalGraph left;
    private final CausalGraph right;
    private final int limit;
    private final Output out;

    /** @param limit the largest number of differences of each kind */
    public DiffText(CausalGraph left, CausalGraph right, int limit, Output out) {
        this.left = left;
        this.right = right;
        this.limit = limit;
        this.out = out;
    }

    public void print(GraphDiff diff) {
        print("missing", diff.missing(), event -> print("missing", left, event));
        print("new", diff.added(), event -> print("new", right, event));
        print("in another order", diff.orders(), this::print);
        print("gone", diff.racesGone(), race -> print("race_gone", left, race));
        print("new", diff.racesNew(), race -> print("race_new", right, race));
        if (!out.isJson()) {
            out.line(diff.isEmpty() ? Style.good("No causal difference") + "." : summary(diff));
        }
    }

    private <T> void print(String what, List<T> differences, Consumer<T> printer) {
        differences.stream().limit(limit).forEach(printer);
        if (differences.size() > limit && !out.isJson()) {
            out.line("and " + (differences.size() - limit) + " more " + what);
        }
    }

    private static String summary(GraphDiff diff) {
        return Amounts.of(diff.missing().size(), "event") + " missing, "
                + diff.added().size() + " new; "
                + Amounts.of(diff.orders().size(), "order") + " changed; "
                + Amounts.of(diff.racesGone().size(), "race") + " gone, "
                + diff.racesNew().size() + " new.";
    }

    private void print(String type, CausalGraph graph, int event) {
        if (out.isJson()) {
            Map<String, Object> object = object("event_" + type);
            object.put("event", Events.members(graph, event));
            out.object(object);
        } else {
            boolean missing = graph == left;
            Events.print(out, missing ? Style.alarm("- missing  ") : Style.good("+ new      "), graph, event);
        }
    }

    private void print(OrderChange change) {
        if (out.isJson()) {
            Map<String, Object> object = object("order_changed");
            object.put("relation_left", Events.name(change.left()));
            object.put("relation_right", Events.name(change.right()));
            object.put("first", Events.members(left, change.first()));
            object.put("second", Events.members(left, change.second()));
            object.put("first_right", Events.members(right, change.firstRight()));
            object.put("second_right", Events.members(right, change.secondRight()));
            out.object(object);
            return;
        }
        out.line(Style.strong("~ order") + "    the first event " + words(change.left()) + " the second in log 1, and "
                + words(change.right()) + " it in log 2:");
        Events.print(out, "    ", left, change.first());
        Events.print(out, "    ", left, change.second());
    }

    private static String words(Ordering verdict) {
        return switch (verdict) {
            case HAPPENS_BEFORE -> "happened before";
            case HAPPENS_AFTER -> "happened after";
            case CONCURRENT -> "was concurrent with";
            case EQUAL -> "was the same as";
            case UNKNOWN -> "had an unknown relation to";
        };
    }

    private void print(String type, CausalGraph graph, Race race) {
        if (out.isJson()) {
            Map<String, Object> object = object(type);
            RaceText.put(object, graph, race);
            out.object(object);
            return;
        }
        boolean gone = graph == left;
        out.line((gone ? Style.good("- race gone") : Style.alarm("+ race new")) + "  " + RaceText.title(race.kind())
                + " on " + Style.strong(race.resource()));
        Events.print(out, "    ", graph, race.first());
        Events.print(out, "    ", graph, race.second());
    }

    private static Map<String, Object> object(String type) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", type);
        return object;
    }
}
