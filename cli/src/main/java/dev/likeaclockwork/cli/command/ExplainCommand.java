// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.command;

import dev.likeaclockwork.cli.options.TwoEvents;
import dev.likeaclockwork.cli.output.Output;
import dev.likeaclockwork.cli.output.Style;
import dev.likeaclockwork.cli.text.Amounts;
import dev.likeaclockwork.cli.text.Events;
import dev.likeaclockwork.cli.text.Execution;
import dev.likeaclockwork.cli.text.Problems;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.Ordering;
import dev.likeaclockwork.graph.query.Explanation;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code clockwork explain}. */
@Command(
        name = "explain",
        description = "Explains how two events relate: shortest causal path, last common causes, or why it is unknown.",
        footer = {"", "Example: clockwork explain order:3 payment.jsonl:9 order.jsonl payment.jsonl"})
final class ExplainCommand extends EventCommand {
    @Mixin
    private TwoEvents arguments = new TwoEvents();

    @Override
    List<String> files() {
        return arguments.files();
    }

    @Override
    List<String> references() {
        return arguments.references();
    }

    @Override
    boolean answer(Execution execution, List<Integer> events, Output out) {
        Explanation explanation = Explanation.of(execution.graph(), events.get(0), events.get(1));
        if (out.isJson()) {
            out.object(object(execution, explanation));
        } else {
            print(execution.graph(), explanation, out);
        }
        return false;
    }

    private static Map<String, Object> object(Execution execution, Explanation explanation) {
        CausalGraph graph = execution.graph();
        Map<String, Object> object = execution.object("explanation");
        object.put("relation", Events.name(explanation.verdict()));
        object.put("a", Events.members(graph, explanation.first()));
        object.put("b", Events.members(graph, explanation.second()));
        object.put("path", Events.members(graph, explanation.path()));
        object.put("last_common_causes", Events.members(graph, explanation.lastCommonCauses()));
        object.put(
                "reasons", explanation.reasons().stream().map(Problems::members).toList());
        return object;
    }

    private static void print(CausalGraph graph, Explanation explanation, Output out) {
        Events.print(out, "A  ", graph, explanation.first());
        Events.print(out, "B  ", graph, explanation.second());
        out.line(words(explanation));
        for (int event : explanation.path()) {
            Events.print(out, "  ", graph, event);
        }
        if (explanation.path().isEmpty()) {
            for (int cause : explanation.lastCommonCauses()) {
                Events.print(out, "  last common cause: ", graph, cause);
            }
            if (explanation.lastCommonCauses().isEmpty()) {
                out.line("  last common cause: none"
                        + (explanation.verdict() == Ordering.UNKNOWN ? " in the logs" : "; the two share no history"));
            }
        }
        explanation.reasons().forEach(problem -> out.line("  because of " + problem));
    }

    private static String words(Explanation explanation) {
        String steps = Amounts.of(explanation.path().size() - 1L, "step");
        return switch (explanation.verdict()) {
            case HAPPENS_BEFORE -> Style.strong("A → B") + "  A happened before B, in " + steps + ":";
            case HAPPENS_AFTER -> Style.strong("A ← B") + "  A happened after B, in " + steps + ":";
            case CONCURRENT ->
                Style.strong("A ∥ B") + "  A and B are concurrent: neither could have influenced the other.";
            case EQUAL -> Style.strong("A = B") + "  A and B are one event.";
            case UNKNOWN ->
                Style.strong("A ? B")
                        + "  Unknown: nothing in the logs orders the two, but missing or contradictory events may.";
        };
    }
}
