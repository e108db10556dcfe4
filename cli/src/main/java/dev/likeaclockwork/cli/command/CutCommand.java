// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.command;

import dev.likeaclockwork.cli.options.Dashes;
import dev.likeaclockwork.cli.options.OneEvent;
import dev.likeaclockwork.cli.output.Output;
import dev.likeaclockwork.cli.output.Style;
import dev.likeaclockwork.cli.text.Amounts;
import dev.likeaclockwork.cli.text.Events;
import dev.likeaclockwork.cli.text.Execution;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.query.Cut;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clockwork cut}. */
@Command(
        name = "cut",
        header = "Checks whether events form a consistent cut: a state that the system may have been in.",
        description =
                "The cut consists of these events and all earlier ones of their nodes. If it is not consistent, the"
                        + " command prints what is missing, and the smallest consistent cut that contains it.",
        customSynopsis = {
            "clockwork cut [OPTIONS] EVENT... -- FILE...",
            "       clockwork cut [OPTIONS] --event EVENT... FILE..."
        },
        footer = {"", "Example: clockwork cut order:3 payment:7 -- order.jsonl payment.jsonl"})
final class CutCommand extends EventCommand {
    @Parameters(arity = "1..*", paramLabel = "EVENT|FILE", description = "Events before --, event logs after it.")
    private List<String> arguments = List.of();

    @Option(names = "--event", paramLabel = "EVENT", description = OneEvent.DESCRIPTION)
    private List<String> events = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    List<String> files() {
        return Dashes.after(spec, arguments);
    }

    @Override
    List<String> references() {
        List<String> references = new ArrayList<>(events);
        references.addAll(Dashes.before(spec, arguments));
        if (references.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Missing events: clockwork cut EVENT... -- FILE...");
        }
        return references;
    }

    @Override
    void prepare() {
        references();
    }

    @Override
    boolean answer(Execution execution, List<Integer> events, Output out) {
        CausalGraph graph = execution.graph();
        Cut cut = Cut.of(graph, events);
        Cut smallest = Cut.smallest(graph, events);
        if (out.isJson()) {
            out.object(object(execution, cut, smallest));
        } else {
            print(graph, cut, smallest, out);
        }
        return !cut.isConsistent();
    }

    private static Map<String, Object> object(Execution execution, Cut cut, Cut smallest) {
        CausalGraph graph = execution.graph();
        Map<String, Object> object = execution.object("cut");
        object.put("consistent", cut.isConsistent());
        object.put("events", size(graph, cut));
        object.put("missing", Events.members(graph, cut.missing()));
        object.put("smallest_events", size(graph, smallest));
        object.put("smallest_frontier", Events.members(graph, smallest.frontier()));
        object.put("missing_events", graph.missingEvents());
        return object;
    }

    private static void print(CausalGraph graph, Cut cut, Cut smallest, Output out) {
        if (cut.isConsistent()) {
            out.line(Style.good("Consistent") + ": the cut contains every cause of its events ("
                    + Amounts.of(size(graph, cut), "event") + ").");
        } else {
            out.line(Style.alarm("Not consistent")
                    + ": the cut lacks causes of its events. The first missing event of each node:");
            cut.missing().forEach(event -> Events.print(out, "  ", graph, event));
            out.line("The smallest consistent cut that contains this one has "
                    + Amounts.of(size(graph, smallest), "event") + " and ends with:");
            smallest.frontier().forEach(event -> Events.print(out, "  ", graph, event));
        }
        if (graph.missingEvents() > 0) {
            out.line(Amounts.of(graph.missingEvents(), "event") + (graph.missingEvents() == 1 ? " is" : " are")
                    + " missing from the logs; their effects are taken into account, but no cut contains them.");
        }
    }

    private static long size(CausalGraph graph, Cut cut) {
        return IntStream.range(0, graph.size()).filter(cut::contains).count();
    }
}
