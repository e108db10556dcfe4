// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli;

import dev.likeaclockwork.graph.CausalGraph;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code clockwork concurrent-with}. */
@Command(
        name = "concurrent-with",
        description = "Prints all events that neither happened before one nor after it.",
        footer = {"", "Example: clockwork concurrent-with payment:7 order.jsonl payment.jsonl"})
final class ConcurrentWithCommand extends EventListCommand {
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
        return graph.concurrentWith(events.get(0)).toArray();
    }

    @Override
    String summary(int count) {
        return Amounts.of(count, "event") + (count == 1 ? " is" : " are") + " concurrent with it";
    }
}
