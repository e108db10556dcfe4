// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.Fault;
import dev.likeaclockwork.graph.Problem;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clockwork check}. */
@Command(
        name = "check",
        description = "Names every fault of the logs, what it means, and what it does to the answers.",
        footer = {"", "Example: clockwork check order.jsonl payment.jsonl inventory.jsonl"})
final class CheckCommand extends LogCommand {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = LogFiles.DESCRIPTION)
    private List<String> files = List.of();

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = Limit.class,
            defaultValue = "10",
            description = "Name at most N places of each kind of fault; 0 for all (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Override
    List<String> files() {
        return files;
    }

    /** Faults are what was asked for, as long as there is something to look at. */
    @Override
    boolean spoils(Fault fault) {
        return fault == Fault.UNREADABLE_INPUT;
    }

    @Override
    boolean answer(Execution execution, Output out) {
        execution.printName(out);
        CausalGraph graph = execution.graph();
        Map<Fault, Long> faults = graph.faults();
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
