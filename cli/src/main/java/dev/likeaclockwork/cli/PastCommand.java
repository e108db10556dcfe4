// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli;

import dev.likeaclockwork.graph.CausalGraph;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code clockwork past}. */
@Command(
        name = "past",
        description = "Prints all events that happened before one: what could have influenced it.",
        footer = {"", "Example: clockwork past order.jsonl:8 order.jsonl payment.jsonl"})
final class PastCommand extends EventListCommand {
    @Mixin
    private OneEvent arguments = new OneEvent();

    @Override
    List<String> files() {
        return arguments.files();
    }

    @Override
    List<String> references() {
        return arguments.references();
    }

    @Override
    int[] list(CausalGraph graph, List<Integer> events) {
        return graph.past(events.get(0)).toArray();
    }

    @Override
    boolean isLastNearest() {
        return true;
    }

    @Override
    String summary(int count) {
        return Amounts.of(count, "event") + " happened before it";
    }
}
