// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli;

import dev.likeaclockwork.graph.CausalGraph;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code clockwork future}. */
@Command(
        name = "future",
        description = "Prints all events that happened after one: what it could have influenced.",
        footer = {"", "Example: clockwork future order.jsonl:8 order.jsonl payment.jsonl"})
final class FutureCommand extends EventListCommand {
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
        return graph.future(events.get(0)).toArray();
    }

    @Override
    String summary(int count) {
        return Amounts.of(count, "event") + " happened after it";
    }
}
