// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.command;

import dev.likeaclockwork.cli.text.Amounts;
import dev.likeaclockwork.graph.CausalGraph;
import picocli.CommandLine.Command;

/** {@code clockwork past}. */
@Command(
        name = "past",
        description = "Lists the events that happened before an event: all that could have influenced it.",
        footer = {"", "Example: clockwork past order.jsonl:8 order.jsonl payment.jsonl"})
final class PastCommand extends OneEventListCommand {
    @Override
    int[] list(CausalGraph graph, int event) {
        return graph.past(event).toArray();
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
