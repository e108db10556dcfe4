// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.command;

import dev.likeaclockwork.CausalityRelation;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.cli.options.OutputOptions;
import dev.likeaclockwork.cli.output.Output;
import dev.likeaclockwork.cli.output.Style;
import dev.likeaclockwork.cli.text.Events;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clockwork relation}. */
@Command(
        name = "relation",
        mixinStandardHelpOptions = true,
        description = "Compares two values of the header X-Causality-Vector, and explains the result.",
        footer = {"", "Example: clockwork relation order=2,payment=1 order=1,payment=2"})
final class RelationCommand implements Callable<Integer> {
    @Parameters(paramLabel = "A", description = "The first value, such as a=1,b=0.")
    private String a = "";

    @Parameters(paramLabel = "B", description = "The second value.")
    private String b = "";

    @Mixin
    private OutputOptions options = new OutputOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        VectorTimestamp first = VectorTimestamp.parse(a);
        VectorTimestamp second = VectorTimestamp.parse(b);
        CausalityRelation relation = first.relationTo(second);
        List<String> aheadInA = ahead(first, second);
        List<String> aheadInB = ahead(second, first);
        try (Output out = options.open(spec)) {
            if (out.isJson()) {
                out.object(object(relation, aheadInA, aheadInB));
                return ExitCode.OK;
            }
            out.line("A " + Style.strong(relation.symbol()) + " B   " + words(relation));
            print(out, "A", aheadInA, first, second);
            print(out, "B", aheadInB, first, second);
        }
        return ExitCode.OK;
    }

    private static Map<String, Object> object(CausalityRelation relation, List<String> inA, List<String> inB) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "relation");
        object.put("relation", Events.name(relation));
        object.put("ahead_in_a", inA);
        object.put("ahead_in_b", inB);
        return object;
    }

    private static String words(CausalityRelation relation) {
        return switch (relation) {
            case HAPPENS_BEFORE -> "A happened before B: B knows every event that A knows, and more.";
            case HAPPENS_AFTER -> "A happened after B: A knows every event that B knows, and more.";
            case CONCURRENT -> "A and B are concurrent: each knows events that the other does not know.";
            case EQUAL -> "A and B know exactly the same events.";
        };
    }

    /** The nodes of which {@code one} knows more events than {@code other}, sorted. */
    private static List<String> ahead(VectorTimestamp one, VectorTimestamp other) {
        return one.nodes().stream()
                .sorted()
                .filter(node -> one.get(node) > other.get(node))
                .toList();
    }

    private static void print(
            Output out, String who, List<String> ahead, VectorTimestamp first, VectorTimestamp second) {
        if (!ahead.isEmpty()) {
            out.line("  " + who + " knows more events of "
                    + ahead.stream()
                            .map(node -> node + " (A " + first.get(node) + ", B " + second.get(node) + ")")
                            .collect(Collectors.joining(", ")));
        }
    }
}
