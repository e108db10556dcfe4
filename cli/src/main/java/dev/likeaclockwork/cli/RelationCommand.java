// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli;

import dev.likeaclockwork.CausalityRelation;
import dev.likeaclockwork.VectorTimestamp;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongBinaryOperator;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clockwork relation}. */
@Command(
        name = "relation",
        mixinStandardHelpOptions = true,
        description = "Says how two values of the header X-Causality-Vector relate, and why.",
        footer = {"", "Example: clockwork relation order=2,payment=1 order=1,payment=2"})
final class RelationCommand implements Callable<Integer> {
    @Parameters(paramLabel = "A", description = "The first value, such as a=1,b=0.")
    private String a = "";

    @Parameters(paramLabel = "B", description = "The second value.")
    private String b = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        VectorTimestamp first = VectorTimestamp.parse(a);
        VectorTimestamp second = VectorTimestamp.parse(b);
        CausalityRelation relation = first.relationTo(second);
        out.println("A " + Style.strong(relation.symbol()) + " B   " + words(relation));
        why(out, "A", first, second, (x, y) -> x - y);
        why(out, "B", first, second, (x, y) -> y - x);
        return ClockworkCommand.FINE;
    }

    private static String words(CausalityRelation relation) {
        return switch (relation) {
            case HAPPENS_BEFORE -> "A happened before B: B knows all that A knows, and more.";
            case HAPPENS_AFTER -> "A happened after B: A knows all that B knows, and more.";
            case CONCURRENT -> "A and B are concurrent: neither knows of the other.";
            case EQUAL -> "A and B know exactly the same events.";
        };
    }

    private static void why(
            PrintWriter out, String who, VectorTimestamp a, VectorTimestamp b, LongBinaryOperator lead) {
        List<String> ahead = Stream.concat(a.nodes().stream(), b.nodes().stream())
                .distinct()
                .sorted()
                .filter(node -> lead.applyAsLong(a.get(node), b.get(node)) > 0)
                .map(node -> node + " (A " + a.get(node) + ", B " + b.get(node) + ")")
                .toList();
        if (!ahead.isEmpty()) {
            out.println("  " + who + " knows more events of " + String.join(", ", ahead));
        }
    }
}
