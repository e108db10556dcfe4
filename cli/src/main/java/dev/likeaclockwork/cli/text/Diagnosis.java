// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.text;

import dev.likeaclockwork.cli.output.Output;
import dev.likeaclockwork.cli.output.Style;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.Fault;
import dev.likeaclockwork.graph.event.Problem;
import java.util.List;
import java.util.Map;

/** Renders every fault of the logs, with its meaning and its effect on the answers. */
public final class Diagnosis {
    private final int limit;

    /**
     * Creates a renderer.
     *
     * @param limit the largest number of places for each kind of fault; 0 for all
     */
    public Diagnosis(int limit) {
        this.limit = limit;
    }

    /** Prints the faults of one execution, and returns whether there are any. */
    public boolean print(Execution execution, Output out) {
        Map<Fault, Long> faults = execution.graph().faults();
        for (Fault fault : Fault.values()) {
            if (faults.containsKey(fault)) {
                print(execution, fault, faults.get(fault), out);
            }
        }
        new ClockReport(execution).print(out);
        summarise(execution, out);
        return !faults.isEmpty();
    }

    private void print(Execution execution, Fault fault, long count, Output out) {
        List<Problem> places = execution.graph().problems().stream()
                .filter(problem -> problem.fault() == fault)
                .limit(limit == 0 ? Long.MAX_VALUE : limit)
                .toList();
        if (out.isJson()) {
            Map<String, Object> object = execution.object("fault");
            object.put("fault", Events.name(fault));
            object.put("count", count);
            object.put("meaning", fault.meaning());
            object.put("effect", fault.effect());
            object.put("places", places.stream().map(Problems::members).toList());
            out.object(object);
            return;
        }
        out.line(
                Style.alarm(Problems.title(fault)) + ": " + fault.meaning() + " (" + Amounts.of(count, "place") + ").");
        out.line("  effect: " + fault.effect() + ".");
        places.forEach(
                problem -> out.line("  " + Style.strong(problem.position().toString()) + ": " + problem.detail()));
        if (count > places.size()) {
            out.line("  and " + (count - places.size()) + " more");
        }
        out.line("");
    }

    private static void summarise(Execution execution, Output out) {
        CausalGraph graph = execution.graph();
        long faults = graph.faults().values().stream().mapToLong(count -> count).sum();
        if (out.isJson()) {
            Map<String, Object> object = execution.object("summary");
            object.put("events", graph.size());
            object.put("nodes", graph.nodes());
            object.put("faults", faults);
            object.put("missing_events", graph.missingEvents());
            out.object(object);
            return;
        }
        String missing =
                graph.missingEvents() == 0 ? "" : "; " + Amounts.of(graph.missingEvents(), "event") + " missing";
        out.line(Amounts.of(graph.size(), "event") + " of " + Amounts.of(graph.nodes(), "node") + ": "
                + (faults == 0 ? Style.good("no faults") : Amounts.of(faults, "fault")) + missing + ".");
    }
}
