// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.command;

import dev.likeaclockwork.cli.options.TwoEvents;
import dev.likeaclockwork.cli.text.Amounts;
import dev.likeaclockwork.graph.CausalGraph;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code clockwork between}. */
@Command(
        name = "between",
        description = "Lists the events that happened after one event and before another, in either order of the two.",
        footer = {"", "Example: clockwork between order:3 payment:7 order.jsonl payment.jsonl"})
final class BetweenCommand extends EventListCommand {
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
    int[] list(CausalGraph graph, List<Integer> events) {
        int first = Math.min(events.get(0), events.get(1));
        int second = Math.max(events.get(0), events.get(1));
        return graph.between(first, second).toArray();
    }

    @Override
    String summary(int count) {
        return Amounts.of(count, "event") + " happened between the two";
    }
}
